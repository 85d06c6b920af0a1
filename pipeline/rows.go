package pipeline

import (
	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sentence"
	"stance/pipeline/sink"
)

// Values of the column "status" of the table articles.
const (
	statusOK    = "ok"
	statusEmpty = "empty"
)

// scored is an article with what the model says of its sentences.
type scored struct {
	*article.Article
	sentences []sentence.Sentence
	outputs   []model.Output // one a sentence
}

// rows are what an article adds to the tables.
type rows struct {
	article  sink.ArticleRow
	mentions []sink.MentionRow
	actors   []sink.ActorRow
}

// decider turns read-outs into probabilities and decisions, as model.Decide does.
type decider func(mentions ...model.Logits) model.Scores

// buildRows links the article's mentions and builds its rows, in the order of the text.
func buildRows(a scored, linker *actor.Linker, decide decider) rows {
	out := rows{article: a.row()}
	if len(a.sentences) == 0 {
		return out
	}
	doc := actor.Document{
		Text: a.Text, Date: a.Published, Lang: out.article.Lang,
		Sentences: a.sentences, Mentions: a.found(),
	}
	units := pool(a, doc.Mentions, linker.Link(doc), decide)
	for _, u := range units {
		out.mentions = append(out.mentions, u.rows...)
	}
	sortRows(out.mentions)
	out.actors = actorRows(units)
	return out
}

// row is the article's own row; the store fills in what it knows better.
func (a scored) row() sink.ArticleRow {
	status := statusOK
	if len(a.sentences) == 0 {
		status = statusEmpty
	}
	return sink.ArticleRow{
		ArticleID: a.ID, Source: a.Source, Line: int32(a.Line), URL: a.URL, Title: a.Title,
		Lang: mainLanguage(a.Lang, a.sentences), Text: a.Text, ContentHash: a.Hash,
		Sentences: int32(len(a.sentences)), Status: status, PublishedAt: a.Published,
	}
}

// mainLanguage is the language of most sentences, of equally many the one that comes first;
// undetermined ones count only where there are no others. Without sentences it is the declared one.
func mainLanguage(declared string, sentences []sentence.Sentence) string {
	if len(sentences) == 0 {
		return declared
	}
	counts := map[string]int{}
	for _, s := range sentences {
		if s.Lang != sentence.Undetermined {
			counts[s.Lang]++
		}
	}
	best := sentence.Undetermined
	for _, s := range sentences {
		if counts[s.Lang] > counts[best] {
			best = s.Lang
		}
	}
	return best
}

// found lists the model's mentions with their places in the article's text: the model counts
// runes of the sentence.
func (a scored) found() []actor.Mention {
	var mentions []actor.Mention
	for i, s := range a.sentences {
		if len(a.outputs[i].Mentions) == 0 {
			continue
		}
		text := []rune(s.Text)
		for _, m := range a.outputs[i].Mentions {
			mentions = append(mentions, actor.Mention{
				Sentence: i, Start: s.Start + m.Start, End: s.Start + m.End, Text: string(text[m.Start:m.End]),
			})
		}
	}
	return mentions
}

// unit is one actor in one sentence: what gets one set of scores.
type unit struct {
	sentence *sentence.Sentence
	actor    actor.Actor
	scores   model.Scores
	rows     []sink.MentionRow
	logits   []model.Logits
}

// pool gathers the mentions of one actor in one sentence, and the speakers who are not
// mentioned in theirs, in the order of the text, and scores each.
func pool(a scored, mentions []actor.Mention, links actor.Links, decide decider) []*unit {
	var units []*unit
	next := 0 // in mentions
	for i := range a.sentences {
		s, out := &a.sentences[i], &a.outputs[i]
		var here []*unit
		for _, m := range out.Mentions {
			u := unitOf(&here, s, links.Mentions[next].Actor)
			u.logits = append(u.logits, m.Logits)
			u.rows = append(u.rows, mentionRow(u, mentions[next], links.Mentions[next].Pronoun))
			next++
		}
		if speaker, ok := links.Speakers[i]; ok && !mentioned(here, speaker) {
			u := &unit{sentence: s, actor: speaker, logits: []model.Logits{out.Speaker}}
			u.rows = []sink.MentionRow{impliedRow(u)}
			here = append([]*unit{u}, here...)
		}
		for _, u := range here {
			u.scores = decide(u.logits...)
			for k := range u.rows {
				u.rows[k].Scores = sinkScores(u.scores.PStance, u.scores.Stance, u.scores.PSentiment)
				u.rows[k].Sentiment = model.SentimentNames[u.scores.Sentiment]
			}
		}
		units = append(units, here...)
	}
	return units
}

// unitOf finds the actor among the units of a sentence, or adds it. A pronoun that nothing explains stays by itself.
func unitOf(here *[]*unit, s *sentence.Sentence, who actor.Actor) *unit {
	for _, u := range *here {
		if u.actor.ID == who.ID && !u.actor.Unexplained() {
			return u
		}
	}
	u := &unit{sentence: s, actor: who}
	*here = append(*here, u)
	return u
}

func mentioned(here []*unit, who actor.Actor) bool {
	for _, u := range here {
		if u.actor.ID == who.ID {
			return true
		}
	}
	return false
}

func mentionRow(u *unit, m actor.Mention, pronoun bool) sink.MentionRow {
	r := baseRow(u)
	r.Mention, r.Start, r.End, r.IsPronoun = m.Text, int32(m.Start), int32(m.End), pronoun
	return r
}

// impliedRow stands at the start of its sentence: the speaker is nowhere in it.
func impliedRow(u *unit) sink.MentionRow {
	r := baseRow(u)
	r.Start, r.End, r.Implied = int32(u.sentence.Start), int32(u.sentence.Start), true
	return r
}

func baseRow(u *unit) sink.MentionRow {
	return sink.MentionRow{
		SentenceIndex: int32(u.sentence.Index), Section: u.sentence.Section, Lang: u.sentence.Lang, Sentence: u.sentence.Text,
		ActorID: u.actor.ID, ActorName: u.actor.Name, ActorType: u.actor.Type,
	}
}
