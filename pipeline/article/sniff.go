package article

import (
	"bytes"
	"encoding/json"
	"strings"
)

// sniff tells the format of standard input from its first bytes: Parquet by its magic number, HTML by its tags, JSON by its
// brackets (JSONL where the first line is an object of its own, or the sample ends before the line does), CSV and TSV by a header that names a column of text; anything else is plain text.
func sniff(sample []byte, columns columnIndex) Format {
	if bytes.HasPrefix(sample, []byte("PAR1")) {
		return Parquet
	}
	text, err := decode(sample, nil)
	if err != nil {
		return Text // whose reader says what is wrong
	}
	text = strings.TrimSpace(text)
	first, _, moreLines := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(text, "["):
		// Text begins with a bracket too: "[Reuters] …".
		if next := strings.TrimSpace(text[1:]); next == "" || strings.ContainsAny(next[:1], "{]") {
			return JSON
		}
	case strings.HasPrefix(text, "{"):
		if json.Valid([]byte(first)) && moreLines || !moreLines && len(sample) >= peekBytes {
			return JSONL
		}
		return JSON
	case strings.HasPrefix(text, "<"):
		lower := strings.ToLower(text)
		for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"} {
			if strings.Contains(lower, tag) {
				return HTML
			}
		}
	}
	tsv := strings.Contains(first, "\t")
	delimiter := delimiterOf([]byte(first), tsv)
	for name := range strings.SplitSeq(first, string(delimiter)) {
		slot, ok := columns.find(strings.Trim(strings.TrimSpace(name), `"`))
		if ok && slot.role <= roleLead && moreLines && strings.Contains(first, string(delimiter)) {
			if tsv {
				return TSV
			}
			return CSV
		}
	}
	return Text
}
