// Package datasets carries the project's data inside the binary.
package datasets

import (
	"embed"
	"io/fs"
)

//go:embed actors/*.jsonl
var files embed.FS

// Actors is the actor registry: the *.jsonl files of the folder actors.
func Actors() (fs.FS, error) { return fs.Sub(files, "actors") }
