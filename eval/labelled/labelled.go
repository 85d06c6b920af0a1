// Package labelled reads and writes sentences whose actors were labelled by hand: the project's
// own format (JSON Lines), the inline notation of the codebook, CSV, and the published files of
// NewsMTSC and RuSentNE.
//
// A line that cannot be used is never passed over in silence: it becomes a Problem of its set.
package labelled

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"stance/model"
)

// Languages are the codes that a sentence may have; Unknown stands for a set that does not say.
var Languages = []string{"en", "fa", "prs", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh"}

// Unknown is the language of sentences of which nobody says it.
const Unknown = "und"

// InOrder lists the languages of a map as Languages does, Unknown last.
func InOrder[V any](byLang map[string]V) []string {
	order := append(slices.Clone(Languages), Unknown)
	return slices.SortedFunc(maps.Keys(byLang), func(a, b string) int {
		return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
	})
}

// Unlabelled is the Sentiment of an actor whose portrayal was not labelled.
const Unlabelled = -1

// Set is a file or a folder of labelled sentences.
type Set struct {
	Name      string // last element of its path
	Path      string
	Hash      string // hex SHA-256 over its files' contents, in the order of their names
	Files     int
	Sentences []Sentence
	Problems  []Problem // lines and files that could not be used
}

// Sentence is one sentence with its labels.
type Sentence struct {
	ID       string // unique within its set
	Lang     string // one of Languages, or Unknown
	Source   string
	Split    string // train, dev, test or empty
	Scenario string // the story it belongs to, empty where it stands alone
	Article  string // sentences of one article, in its order, share this; else empty
	Tags     []string
	Text     string
	Actors   []Actor
	Speaker  *Actor // who says this quotation without being named in it; no spans
	Complete bool   // every mention is marked, so that what the model finds can be scored

	Path string // where it was read
	Line int    // from 1
}

// Actor is one actor of a sentence with the labels that all of its mentions share.
type Actor struct {
	ID        string   // of the registry; empty where unknown or unlabelled
	Key       string   // ties together the mentions of one actor over the sentences of an article; may be empty
	Spans     [][2]int // code points of the sentence, [start, end), one a mention
	Stance    *[3]bool // by model.Hawkish …; nil where not labelled
	Sentiment int      // model.Negative …, or Unlabelled
}

// Problem is a line, or a whole file, that cannot be used.
type Problem struct {
	Path   string
	Line   int    // from 1; 0 where it is the whole file
	Field  string // which field is wrong; may be empty
	Reason string
}

func (p Problem) String() string {
	where := p.Path
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	if p.Field == "" {
		return where + ": " + p.Reason
	}
	return fmt.Sprintf("%s: field %q: %s", where, p.Field, p.Reason)
}

// wrong is what a reader finds wrong with a line; the caller knows which line.
type wrong struct{ field, reason string }

func (w wrong) Error() string { return w.reason }

func wrongf(field, format string, args ...any) error {
	return wrong{field, fmt.Sprintf(format, args...)}
}

// Mixed tells whether two actors of the sentence have different stances.
func (s *Sentence) Mixed() bool {
	for _, a := range s.Actors {
		if first := s.Actors[0].Stance; first != nil && a.Stance != nil && *a.Stance != *first {
			return true
		}
	}
	return false
}

// check refuses what no reader lets pass: an unknown language, an empty text, spans outside of
// the text or, where the set is complete, over each other.
func (s *Sentence) check() error {
	if s.Lang != Unknown && !slices.Contains(Languages, s.Lang) {
		return wrongf("lang", "%q is not one of %v", s.Lang, Languages)
	}
	if s.Text == "" {
		return wrongf("text", "is empty")
	}
	if s.Split != "" && !slices.Contains([]string{"train", "dev", "test"}, s.Split) {
		return wrongf("split", "%q is not train, dev or test", s.Split)
	}
	n := len([]rune(s.Text))
	var all [][2]int
	for i, a := range s.Actors {
		field := fmt.Sprintf("actors[%d].spans", i)
		if len(a.Spans) == 0 {
			return wrongf(field, "an actor needs at least one span")
		}
		for _, span := range a.Spans {
			if span[0] < 0 || span[0] >= span[1] || span[1] > n {
				return wrongf(field, "[%d, %d) is not within the text of %d characters", span[0], span[1], n)
			}
		}
		all = append(all, a.Spans...)
	}
	if !s.Complete {
		return nil
	}
	slices.SortFunc(all, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	for i := 1; i < len(all); i++ {
		if all[i][0] < all[i-1][1] {
			return wrongf("actors", "the spans [%d, %d) and [%d, %d) overlap", all[i-1][0], all[i-1][1], all[i][0], all[i][1])
		}
	}
	return nil
}

// stanceOf turns names of stances into flags.
func stanceOf(field string, names []string) (*[3]bool, error) {
	var flags [3]bool
	for _, name := range names {
		i := slices.Index(model.StanceNames[:], name)
		if i < 0 {
			return nil, wrongf(field, "%q is not one of %v", name, model.StanceNames)
		}
		if flags[i] {
			return nil, wrongf(field, "%q is there twice", name)
		}
		flags[i] = true
	}
	return &flags, nil
}

// StanceNames lists the stances that are set, never nil.
func StanceNames(flags [3]bool) []string {
	names := []string{}
	for i, on := range flags {
		if on {
			names = append(names, model.StanceNames[i])
		}
	}
	return names
}

func sentimentOf(field, name string) (int, error) {
	if i := slices.Index(model.SentimentNames[:], name); i >= 0 {
		return i, nil
	}
	return Unlabelled, wrongf(field, "%q is not one of %v", name, model.SentimentNames)
}

// Only returns the set with the sentences of one split; of all, where split is empty.
func (s *Set) Only(split string) *Set {
	if split == "" {
		return s
	}
	part := *s
	part.Sentences = nil
	for _, sentence := range s.Sentences {
		if sentence.Split == split {
			part.Sentences = append(part.Sentences, sentence)
		}
	}
	return &part
}
