"""Certified values of terms at exact points, in ball arithmetic with bounds on what is left out."""
