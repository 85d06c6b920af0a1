package labelled

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// mark is a mention in the codebook's notation: [[mention|stance|sentiment|key|id]]. Key and id may be left out. A
// question mark stands for a label that was not given, an empty mention for a speaker who is not named.
var mark = regexp.MustCompile(`\[\[([^\[\]|]*)\|([^\[\]|]*)\|([^\[\]|]*)(?:\|([^\[\]|]*))?(?:\|([^\[\]|]*))?\]\]`)

const (
	stanceLetters    = "HCD" // by model.Hawkish …
	sentimentLetters = "n0p" // by model.Negative …
)

// notation reads lines of marked sentences. A line is the sentence, or its tags and the sentence, or its id, its tags
// and the sentence, with tabs between. "#" begins a comment; "%name: value" says something of all the sentences that
// follow, where name is lang, source, split, scenario, article or complete. Within an article an
// actor's id need only stand at one mention of its key, the first.
func (in *source) notation(data []byte) {
	about := Sentence{Lang: in.lang, Complete: true}
	ids := map[[2]string]string{} // by article and key
	lines(data, func(number int, line string) {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "%"):
			if err := about.set(line[1:]); err != nil {
				in.refuse(number, err)
			}
		default:
			sentence := about
			err := sentence.parse(line)
			sentence.share(ids)
			in.keep(number, sentence, err)
		}
	})
}

// set takes a line "name: value".
func (s *Sentence) set(line string) error {
	name, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	fields := map[string]*string{"lang": &s.Lang, "source": &s.Source, "split": &s.Split, "scenario": &s.Scenario, "article": &s.Article}
	switch {
	case !ok:
		return fmt.Errorf("%q is not of the form %%name: value", "%"+line)
	case fields[name] != nil:
		*fields[name] = value
	case name == "complete" && (value == "yes" || value == "no"):
		s.Complete = value == "yes"
	case name == "complete":
		return wrongf(name, "%q is not yes or no", value)
	default:
		return wrongf(name, "is not known: use lang, source, split, scenario, article or complete")
	}
	return nil
}

// share gives the actors of an article the ids that stood at earlier mentions of their keys.
func (s *Sentence) share(ids map[[2]string]string) {
	actors := make([]*Actor, 0, len(s.Actors)+1)
	for i := range s.Actors {
		actors = append(actors, &s.Actors[i])
	}
	if s.Speaker != nil {
		actors = append(actors, s.Speaker)
	}
	for _, a := range actors {
		key := [2]string{s.Article, a.Key}
		switch {
		case s.Article == "" || a.Key == "":
		case a.ID == "":
			a.ID = ids[key]
		default:
			ids[key] = a.ID
		}
	}
}

// parse takes a line of id, tags and marked sentence; the first two may be missing.
func (s *Sentence) parse(line string) error {
	columns := strings.Split(line, "\t")
	if len(columns) > 3 {
		return fmt.Errorf("the line has %d columns: more than id, tags and sentence", len(columns))
	}
	if len(columns) == 3 {
		s.ID = columns[0]
	}
	if len(columns) > 1 && columns[len(columns)-2] != "" {
		s.Tags = strings.Split(columns[len(columns)-2], ",")
	}
	return s.parseMarks(columns[len(columns)-1])
}

func (s *Sentence) parseMarks(marked string) error {
	var text strings.Builder
	length, at := 0, 0 // code points written, bytes read
	write := func(part string) {
		text.WriteString(part)
		length += len([]rune(part))
	}
	byKey := map[string]int{}
	for _, m := range mark.FindAllStringSubmatchIndex(marked, -1) {
		write(marked[at:m[0]])
		at = m[1]
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return marked[m[2*i]:m[2*i+1]]
		}
		actor, err := markedActor(group(2), group(3))
		if err != nil {
			return err
		}
		actor.Key, actor.ID = group(4), group(5)
		if group(1) == "" {
			if s.Speaker != nil {
				return errors.New("two marks without words: a sentence has one unnamed speaker at most")
			}
			s.Speaker = &actor
			continue
		}
		start := length
		write(group(1))
		actor.Spans = [][2]int{{start, length}}
		if i, ok := byKey[actor.Key]; ok && actor.Key != "" {
			was := &s.Actors[i]
			if !sameLabels(*was, actor) {
				return fmt.Errorf("the mentions of actor %s have different labels", actor.Key)
			}
			was.Spans = append(was.Spans, actor.Spans...)
			was.ID = cmp.Or(was.ID, actor.ID)
			continue
		}
		byKey[actor.Key] = len(s.Actors)
		s.Actors = append(s.Actors, actor)
	}
	write(marked[at:])
	s.Text = text.String()
	if strings.Contains(s.Text, "[[") || strings.Contains(s.Text, "]]") {
		return errors.New("a mark is not of the form [[mention|stance|sentiment]] or [[mention|stance|sentiment|number]]")
	}
	if s.Article == "" { // the spans say already which mentions are one actor
		for i := range s.Actors {
			s.Actors[i].Key = ""
		}
	}
	return nil
}

func sameLabels(a, b Actor) bool {
	stance := a.Stance == nil && b.Stance == nil || a.Stance != nil && b.Stance != nil && *a.Stance == *b.Stance
	return stance && a.Sentiment == b.Sentiment && (a.ID == b.ID || a.ID == "" || b.ID == "")
}

func markedActor(stance, sentiment string) (Actor, error) {
	actor := Actor{Sentiment: Unlabelled}
	if stance != "?" {
		flags, err := lettersOf(stance)
		if err != nil {
			return actor, err
		}
		actor.Stance = &flags
	}
	if sentiment != "?" {
		actor.Sentiment = strings.Index(sentimentLetters, sentiment)
		if actor.Sentiment < 0 || len(sentiment) != 1 {
			return actor, wrongf("sentiment", "%q is not n, 0 or p", sentiment)
		}
	}
	return actor, nil
}

// lettersOf reads "-", or the letters of stances in their order.
func lettersOf(stance string) (flags [3]bool, err error) {
	rest := stance
	for i := range flags {
		rest, flags[i] = strings.CutPrefix(rest, stanceLetters[i:i+1])
	}
	if stance == "" || rest != "" && stance != "-" {
		return flags, wrongf("stance", "%q is not -, nor letters of HCD in this order", stance)
	}
	return flags, nil
}

// marked writes the sentence with its marks; the reverse of parseMarks.
func (s *Sentence) marked() (string, error) {
	if strings.Contains(s.Text, "[[") || strings.Contains(s.Text, "]]") || strings.ContainsAny(s.Text, "\t\n\r") {
		return "", wrongf("text", "the notation has no way to write double brackets, tabs and line breaks")
	}
	text := []rune(s.Text)
	tail := make([]string, len(s.Actors)) // of each actor's marks: |stance|sentiment|key|id
	actorAt, endAt := map[int]int{}, map[int]int{}
	for i, a := range s.Actors {
		key := a.Key
		if key == "" && len(a.Spans) > 1 {
			key = fmt.Sprint(i + 1)
		}
		tail[i] = a.labels(key)
		for _, span := range a.Spans {
			if _, taken := endAt[span[0]]; taken || strings.ContainsAny(string(text[span[0]:span[1]]), "[]|") {
				return "", wrongf("actors", "the notation has no way to write the span [%d, %d)", span[0], span[1])
			}
			actorAt[span[0]], endAt[span[0]] = i, span[1]
		}
	}
	var out strings.Builder
	if s.Speaker != nil {
		out.WriteString("[[" + s.Speaker.labels(s.Speaker.Key) + "]]")
	}
	for at := 0; at < len(text); {
		end, ok := endAt[at]
		if !ok {
			out.WriteRune(text[at])
			at++
			continue
		}
		out.WriteString("[[" + string(text[at:end]) + tail[actorAt[at]] + "]]")
		at = end
	}
	return out.String(), nil
}

// labels writes |stance|sentiment, and |key and |id where there are any.
func (a *Actor) labels(key string) string {
	stance, sentiment := "?", "?"
	if a.Stance != nil {
		stance = ""
		for i, on := range a.Stance {
			if on {
				stance += stanceLetters[i : i+1]
			}
		}
		if stance == "" {
			stance = "-"
		}
	}
	if a.Sentiment != Unlabelled {
		sentiment = sentimentLetters[a.Sentiment : a.Sentiment+1]
	}
	out := "|" + stance + "|" + sentiment
	if key != "" || a.ID != "" {
		out += "|" + key
	}
	if a.ID != "" {
		out += "|" + a.ID
	}
	return out
}
