package eval

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"stance/eval/labelled"
	"stance/model"
)

//go:embed lexicon.txt
var lexiconText string

// lexiconLanguages are those that the lexicon has words of.
var lexiconLanguages = []string{"en", "fa", "ar"}

// lexicon has the stems of each label, by language.
type lexicon map[string]map[string][]string

var words = readLexicon(lexiconText)

func readLexicon(text string) lexicon {
	l := lexicon{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		if l[fields[0]] == nil {
			l[fields[0]] = map[string][]string{}
		}
		l[fields[0]][fields[1]] = fields[2:]
	}
	return l
}

// read gives each label of the sentence's words to the actor whose mention ends last before the
// word, or, where there is none, to the one mentioned first.
func (l lexicon) read(s *labelled.Sentence) []model.Scores {
	all := make([]model.Scores, len(s.Actors))
	for i := range all {
		all[i].Sentiment = model.Neutral
	}
	if len(s.Actors) == 0 {
		return all
	}
	for _, word := range wordsOf(s.Text) {
		who := actorBefore(s, word.start)
		if who < 0 {
			continue // part of a mention
		}
		for i, label := range model.StanceNames {
			if l.has(s.Lang, label, word.text) {
				all[who].Stance[i] = true
			}
		}
		switch {
		case l.has(s.Lang, model.SentimentNames[model.Negative], word.text):
			all[who].Sentiment = model.Negative
		case l.has(s.Lang, model.SentimentNames[model.Positive], word.text):
			all[who].Sentiment = model.Positive
		}
	}
	for i := range all { // the lexicon knows no doubt
		for k, on := range all[i].Stance {
			if on {
				all[i].PStance[k] = 1
			}
		}
		all[i].PSentiment[all[i].Sentiment] = 1
	}
	return all
}

func (l lexicon) has(lang, label, word string) bool {
	return slices.ContainsFunc(l[lang][label], func(stem string) bool {
		if lang == "en" {
			return strings.HasPrefix(word, stem)
		}
		return strings.Contains(word, stem)
	})
}

// actorBefore is the actor whose mention ends last before a place, else the one that comes first;
// -1 where the place is in a mention.
func actorBefore(s *labelled.Sentence, at int) int {
	before, first, end, start := -1, -1, -1, 0
	for i, a := range s.Actors {
		for _, span := range a.Spans {
			switch {
			case span[0] <= at && at < span[1]:
				return -1
			case span[1] <= at && span[1] > end:
				before, end = i, span[1]
			}
			if first < 0 || span[0] < start {
				first, start = i, span[0]
			}
		}
	}
	if before < 0 {
		return first
	}
	return before
}

type word struct {
	text  string // lower case
	start int    // code points
}

func wordsOf(text string) []word {
	var all []word
	inside := false
	for i, r := range []rune(text) {
		if !unicode.IsLetter(r) && r != '\u200c' {
			inside = false
			continue
		}
		if !inside {
			all = append(all, word{start: i})
		}
		inside = true
		all[len(all)-1].text += string(unicode.ToLower(r))
	}
	return all
}
