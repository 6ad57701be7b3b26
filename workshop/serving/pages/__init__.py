"""A notebook's page: made once for everybody where it can be, otherwise for each visitor."""
