"""How the notebooks reach a browser: the Voila application, its template and the command line."""
