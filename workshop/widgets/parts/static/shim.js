const V = "VERSION";
