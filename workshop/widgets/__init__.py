"""What a participant touches: `parts` know no subject, `exercises` join model, pack and chart."""
