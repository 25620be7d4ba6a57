"""The municipality's choices where the law is silent: shown to and set by the administrator."""
