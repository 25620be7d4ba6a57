"""The municipality's own work on the texts for signing: imports, translations, frozen words."""
