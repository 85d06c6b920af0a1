package article

import (
	"io"
	"os"
)

// Format names how a source holds its articles.
type Format string

// The formats that are read. JSON is an array of objects or one object; JSONL has an object a line.
const (
	Text    Format = "txt"
	HTML    Format = "html"
	JSON    Format = "json"
	JSONL   Format = "jsonl"
	CSV     Format = "csv"
	TSV     Format = "tsv"
	Parquet Format = "parquet"
)

// formatOf maps file extensions (lower case, with the dot) to formats.
var formatOf = map[string]Format{
	".txt": Text, ".html": HTML, ".htm": HTML, ".json": JSON, ".jsonl": JSONL, ".ndjson": JSONL,
	".csv": CSV, ".tsv": TSV, ".parquet": Parquet,
}

// Default limits.
const (
	DefaultMaxRecordBytes = 16 << 20
	DefaultMaxSpoolBytes  = 8 << 30
)

// Options say how to list and read. The zero value is ready to use.
type Options struct {
	// Format is that of standard input and of named files whose extension says nothing;
	// empty means that standard input is recognised by its content.
	Format Format
	// Columns map the columns (or JSON keys) of record formats; a role left nil keeps its defaults.
	Columns Columns
	// MaxRecordBytes bounds one record, and one whole .txt or .html file, after decompression;
	// zero means DefaultMaxRecordBytes. Larger ones are rejected without being held in memory.
	MaxRecordBytes int
	// MaxSpoolBytes bounds the temporary file that Parquet from standard input, or compressed
	// on top of its own compression, is unpacked to; zero means DefaultMaxSpoolBytes.
	MaxSpoolBytes int64
	// RejectUnknown makes List report the files of unknown extension that it meets in folders
	// and globs. They are passed over in silence otherwise.
	RejectUnknown bool
	// Stdin is what "-" reads; nil means os.Stdin.
	Stdin io.Reader
}

// withDefaults fills in what was left zero.
func (o Options) withDefaults() Options {
	if o.MaxRecordBytes <= 0 {
		o.MaxRecordBytes = DefaultMaxRecordBytes
	}
	if o.MaxSpoolBytes <= 0 {
		o.MaxSpoolBytes = DefaultMaxSpoolBytes
	}
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return o
}
