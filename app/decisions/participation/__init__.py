"""Deltakerbevis: what a participant took part in (integreringsloven § 18 a). It decides nothing."""
