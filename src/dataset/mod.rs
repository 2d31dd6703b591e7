//! Reading, checking, importing and exporting datasets: the only code that knows the file format.
