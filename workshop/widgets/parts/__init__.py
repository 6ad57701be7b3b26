"""Controls and pictures that know no subject."""
