"""The room the writer sits in: Streamlit pages."""
