package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func listed(t *testing.T, opt Options, paths ...string) (string, string) {
	t.Helper()
	sources, rejects := List(paths, opt)
	var s, r []string
	for _, x := range sources {
		s = append(s, strings.TrimSuffix(fmt.Sprintf("%s|%s|%s", filepath.ToSlash(x.Path), x.Format, x.Compression), "|"))
	}
	for _, x := range rejects {
		checkReject(t, Reject{Path: x.Path + ".", Reason: x.Reason})
		r = append(r, filepath.ToSlash(x.Path))
	}
	return strings.Join(s, " "), strings.Join(r, " ")
}

func TestList(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"d/b.TXT", "d/a.jsonl.gz", "d/sub/c.Html", "d/sub/deep/e.csv.zst", "d/.hidden.txt", "d/.git/x.txt", "d/readme.md", "d/p.jpg", "d/noext", "o/[1].txt", "o/x.dat", "o/y.dat.gz"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("A."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"d/sub/loop": "..", "d/z.txt": "b.TXT", "d/dead.txt": "nowhere", "l": "d/sub"} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	all := "d/a.jsonl.gz|jsonl|gz d/b.TXT|txt d/sub/c.Html|html d/sub/deep/e.csv.zst|csv|zst d/z.txt|txt"
	for _, c := range []struct {
		paths            []string
		opt              Options
		sources, rejects string
	}{
		{[]string{"d"}, Options{}, all, "d/dead.txt"},
		{[]string{"d"}, Options{RejectUnknown: true}, all, "d/dead.txt d/noext d/p.jpg d/readme.md"},
		{[]string{"d/z.txt", "d/", "./d/b.TXT"}, Options{}, "d/z.txt|txt " + strings.TrimSuffix(all, " d/z.txt|txt"), "d/dead.txt"},
		{[]string{"d/*"}, Options{}, "d/a.jsonl.gz|jsonl|gz d/b.TXT|txt d/z.txt|txt", "d/dead.txt"},
		{[]string{"d/**/*.{csv.zst,Html}"}, Options{}, "d/sub/c.Html|html d/sub/deep/e.csv.zst|csv|zst", ""},
		{[]string{"**/e.*"}, Options{}, "d/sub/deep/e.csv.zst|csv|zst", ""},
		{[]string{"l"}, Options{}, "l/c.Html|html l/deep/e.csv.zst|csv|zst", ""},
		{[]string{"o/[1].txt"}, Options{}, "o/[1].txt|txt", ""},
		{[]string{"d/*.pdf", "d/[.txt", "nowhere.txt", "", "o/x.dat", "d/dead.txt"}, Options{}, "", "d/*.pdf d/[.txt nowhere.txt  o/x.dat d/dead.txt"},
		{[]string{"o/x.dat", "o/y.dat.gz"}, Options{Format: CSV}, "o/x.dat|csv o/y.dat.gz|csv|gz", ""},
		{[]string{"-", "-"}, Options{}, "-", ""},
		{[]string{"-"}, Options{Format: TSV}, "-|tsv", ""},
		{nil, Options{}, "", ""},
	} {
		sources, rejects := listed(t, c.opt, c.paths...)
		if strings.TrimRight(sources, "|") != c.sources || rejects != c.rejects {
			t.Errorf("%q: %s\nrejects %s\nwant %s\nrejects %s", c.paths, sources, rejects, c.sources, c.rejects)
		}
	}
	sources, _ := List([]string{"d/b.TXT"}, Options{})
	if sources[0].Size != 2 {
		t.Errorf("size %d, want 2", sources[0].Size)
	}
}

func TestListUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	path := write(t, "a.txt", "A.")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, rejects := listed(t, Options{}, path); rejects == "" {
		t.Error("an unreadable file is no reject")
	}
}

func TestNamedPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	go func() { _ = os.WriteFile(path, []byte(`{"text":"A"}`), 0) }()
	if a := one(t, path); a.Text != "A" {
		t.Errorf("%+v", a)
	}
}

func TestFileGoneAfterListing(t *testing.T) {
	path := write(t, "a.txt", "A.")
	sources, _ := List([]string{path}, Options{})
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	n := 0
	for item := range sources[0].Read(t.Context(), Options{}) {
		if n++; item.Reject == nil {
			t.Fatal("an article from a file that is gone")
		}
		checkReject(t, *item.Reject)
	}
	if n != 1 {
		t.Errorf("%d items", n)
	}
}
