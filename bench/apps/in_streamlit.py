"""The small app in Streamlit."""

import streamlit as st
from picture import HOURS, SHARE, bars, rows, sentence

hours = st.slider("Hours", HOURS[1], HOURS[2], HOURS[0])
share = st.slider("Share", SHARE[1], SHARE[2], SHARE[0])
frame = rows(hours, share)
st.altair_chart(bars(frame))
st.write(sentence(frame))
