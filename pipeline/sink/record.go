package sink

import (
	"crypto/rand"
	"encoding/hex"
	"strings"
	"time"
)

const (
	runsDir     = "_runs"
	tempDir     = ".tmp"
	pendingFile = ".pending.json"
)

// Record is what OUT/_runs/<commit id>.json says of a commit. A part may be rewritten or removed
// by a later one: the newest record that names a part holds.
type Record struct {
	Commit   string         `json:"commit"`
	Schema   string         `json:"schema_version"`
	Program  string         `json:"program"`
	Model    string         `json:"model"`
	Started  time.Time      `json:"started"`
	Finished time.Time      `json:"finished"`
	Added    map[string]int `json:"rows_added"`        // by table
	Files    []File         `json:"files"`             // new and rewritten parts
	Removed  []string       `json:"removed"`           // parts of which nothing was left
	Replaced []string       `json:"replaced_articles"` // ids, in the order in which they came
}

const idTime = "20060102T150405.000000Z"

// newID makes a commit id: the time in microseconds, later than that of the last id even where the
// clock was set back, and random digits that keep ids of different folders apart.
func newID(now time.Time, last string) string {
	now = now.UTC().Truncate(time.Microsecond)
	if t, ok := timeOfID(last); ok && !now.After(t) {
		now = t.Add(time.Microsecond)
	}
	var r [3]byte
	rand.Read(r[:]) // never fails (crypto/rand)
	return strings.Replace(now.Format(idTime), ".", "", 1) + "-" + hex.EncodeToString(r[:])
}

// timeOfID is the time in a commit id; ok is false for any other file name.
func timeOfID(id string) (_ time.Time, ok bool) {
	stamp, _, ok := strings.Cut(id, "-")
	if !ok || len(stamp) != len(idTime)-1 {
		return time.Time{}, false
	}
	t, err := time.Parse(idTime, stamp[:15]+"."+stamp[15:])
	return t, err == nil
}
