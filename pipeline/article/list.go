package article

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Source is one file with articles, or standard input.
type Source struct {
	Path        string // as given by the user, or found below a folder or glob; "-" is standard input
	Format      Format // by extension or Options.Format; empty (standard input only) where Read finds it out
	Compression string // "gz", "zst" or empty, by extension; Read goes by the first bytes of the content
	Size        int64  // bytes as stored; 0 for standard input and named pipes
}

// List finds the sources behind paths, in the order given; each folder's and glob's are sorted.
//
// A path is a file, a folder (read with everything below it), a glob (** crosses folders;
// a file that exists under that very name wins) or "-". Hidden files and folders below a folder or glob are passed
// over, links to folders are not followed, and a file reached twice is listed once.
//
// A named path that does not exist, cannot be read or has an unknown extension is a Reject.
// Files of unknown extension that were merely met (in a folder, behind a glob) are
// passed over in silence: folders of articles hold readmes, pictures and checksums.
// Options.RejectUnknown turns them into rejects.
func List(paths []string, opt Options) ([]Source, []Reject) {
	l := lister{opt: opt.withDefaults(), seen: map[string]bool{}}
	for _, p := range paths {
		l.path(p)
	}
	return l.sources, l.rejects
}

type lister struct {
	opt     Options
	seen    map[string]bool
	sources []Source
	rejects []Reject
}

func (l *lister) reject(path, format string, args ...any) {
	l.rejects = append(l.rejects, Reject{Path: path, Reason: fmt.Sprintf(format, args...)})
}

// path lists what the user named.
func (l *lister) path(p string) {
	if p == "-" {
		l.add(Source{Path: p, Format: l.opt.Format})
		return
	}
	if p == "" {
		l.reject(p, "The path is empty: name a file, a folder, a pattern or - for standard input.")
		return
	}
	info, err := os.Stat(p)
	switch {
	case err == nil && info.IsDir():
		l.folder(p)
	case err == nil:
		l.named(p, info)
	case os.IsNotExist(err) && strings.ContainsAny(p, "*?[{"):
		l.glob(p)
	case os.IsNotExist(err):
		l.reject(p, "There is no such file or folder: check the path.")
	default:
		l.reject(p, "The path cannot be read (%v): check the path and its permissions.", cause(err))
	}
}

// named adds a file that the user named himself, so that whatever is wrong with it is said.
func (l *lister) named(p string, info fs.FileInfo) {
	format, compression := byExtension(p)
	if format == "" {
		format = l.opt.Format
	}
	switch {
	case format == "":
		l.reject(p, "The extension %q is not one of a known format: use txt, html, json, jsonl, csv, tsv or parquet (also with .gz or .zst), or say the format.", filepath.Ext(p))
		return
	case info.Mode().IsRegular():
		f, err := os.Open(p)
		if err != nil {
			l.reject(p, "The file cannot be opened (%v): check its permissions.", cause(err))
			return
		}
		f.Close()
	case info.Mode()&fs.ModeNamedPipe == 0:
		l.reject(p, "This is neither a file nor a folder nor a pipe: name a regular file.")
		return
	}
	l.add(Source{Path: p, Format: format, Compression: compression, Size: size(info)})
}

// met adds a file that was found in a folder or behind a glob, if its extension is known.
func (l *lister) met(p string) {
	format, compression := byExtension(p)
	if format == "" && !l.opt.RejectUnknown {
		return
	}
	info, err := os.Stat(p) // follows a link to a file
	switch {
	case err != nil:
		l.reject(p, "The file cannot be read (%v): check that it exists and its permissions.", cause(err))
	case !info.Mode().IsRegular():
	case format == "":
		l.reject(p, "The extension %q is not one of a known format: rename the file, or leave it out.", filepath.Ext(p))
	default:
		l.add(Source{Path: p, Format: format, Compression: compression, Size: size(info)})
	}
}

func (l *lister) folder(p string) {
	entries, err := os.ReadDir(p) // sorted by name
	if err != nil {
		l.reject(p, "The folder cannot be read (%v): check its permissions.", cause(err))
	}
	for _, e := range entries {
		child := filepath.Join(p, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			l.folder(child)
		default:
			l.met(child)
		}
	}
}

func (l *lister) glob(pattern string) {
	matches, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoHidden(), doublestar.WithNoFollow())
	if err != nil {
		l.reject(pattern, "The pattern is not a valid glob (%v): correct it.", err)
		return
	}
	slices.Sort(matches)
	if len(matches) == 0 {
		l.reject(pattern, "No file matches the pattern: check it, and quote it so that the shell hands it on.")
	}
	for _, m := range matches {
		l.met(m)
	}
}

func (l *lister) add(s Source) {
	if key := filepath.Clean(s.Path); !l.seen[key] {
		l.seen[key] = true
		l.sources = append(l.sources, s)
	}
}

// byExtension tells format and compression from a file's name; both are empty where it does not say.
func byExtension(p string) (Format, string) {
	name, compression := strings.ToLower(filepath.Base(p)), ""
	for _, c := range []string{"gz", "zst"} {
		if rest, ok := strings.CutSuffix(name, "."+c); ok {
			name, compression = rest, c
			break
		}
	}
	return formatOf[filepath.Ext(name)], compression
}

func size(info fs.FileInfo) int64 {
	if !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// cause strips the path from an error of package os: a Reject names it already.
func cause(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}
