package sink

import "time"

// The four tables: the one place that says which columns there are, in which order.

var mentionsTable = table[MentionRow]{
	name:    Mentions,
	meaning: "a row per actor mention in a sentence",
	columns: append(append([]column[MentionRow]{
		text("article_id", func(r *MentionRow) *string { return &r.ArticleID }, "article the sentence is from"),
		number("sentence_index", func(r *MentionRow) *int32 { return &r.SentenceIndex }, "position of the sentence in the article, from 0"),
		text("section", func(r *MentionRow) *string { return &r.Section }, "title, body or caption"),
		text("lang", func(r *MentionRow) *string { return &r.Lang }, "language of the sentence: en fa prs ar he ps ur tr ru uk fr es zh, or und"),
		sentenceText("sentence", func(r *MentionRow) *string { return &r.Sentence }, "the sentence, as in the article's text"),
		text("actor_id", func(r *MentionRow) *string { return &r.ActorID }, "registry id, or one made from the name"),
		text("actor_name", func(r *MentionRow) *string { return &r.ActorName }, "canonical name, in English where the registry knows the actor"),
		text("actor_type", func(r *MentionRow) *string { return &r.ActorType }, "person, state, government, body, party, armed_group, official, group or unknown"),
		text("mention", func(r *MentionRow) *string { return &r.Mention }, "the words that name the actor; empty where implied"),
		number("start", func(r *MentionRow) *int32 { return &r.Start }, "first code point of the mention in the article's text, from 0"),
		number("end", func(r *MentionRow) *int32 { return &r.End }, "code point after the mention's last; equals start where implied"),
		flag("is_pronoun", func(r *MentionRow) *bool { return &r.IsPronoun }, "the mention is a pronoun"),
		flag("implied", func(r *MentionRow) *bool { return &r.Implied }, "speaker of a quotation that goes on without naming the actor"),
	}, scoreColumns(func(r *MentionRow) *Scores { return &r.Scores })...),
		originColumns(func(r *MentionRow) *string { return &r.Model }, func(r *MentionRow) *time.Time { return &r.PublishedAt })...),
}

var actorsTable = table[ActorRow]{
	name:    Actors,
	meaning: "a row per article and actor",
	columns: append(append(append([]column[ActorRow]{
		text("article_id", func(r *ActorRow) *string { return &r.ArticleID }, "the article"),
		text("actor_id", func(r *ActorRow) *string { return &r.ActorID }, "registry id, or one made from the name"),
		text("actor_name", func(r *ActorRow) *string { return &r.ActorName }, "canonical name, in English where the registry knows the actor"),
		text("actor_type", func(r *ActorRow) *string { return &r.ActorType }, "person, state, government, body, party, armed_group, official, group or unknown"),
		number("mentions", func(r *ActorRow) *int32 { return &r.Mentions }, "mentions of the actor in the article, implied ones included"),
		number("sentences", func(r *ActorRow) *int32 { return &r.Sentences }, "sentences with at least one of them"),
	}, scoreColumns(func(r *ActorRow) *Scores { return &r.Scores })...),
		sentenceText("strongest_sentence", func(r *ActorRow) *string { return &r.StrongestSentence }, "the sentence in which the stance is clearest"),
		number("strongest_index", func(r *ActorRow) *int32 { return &r.StrongestIndex }, "its sentence_index"),
	),
		originColumns(func(r *ActorRow) *string { return &r.Model }, func(r *ActorRow) *time.Time { return &r.PublishedAt })...),
}

var articlesTable = table[ArticleRow]{
	name:    Articles,
	meaning: "a row per article read",
	columns: []column[ArticleRow]{
		text("article_id", func(r *ArticleRow) *string { return &r.ArticleID }, "from the input, else URL, path or hash of the content"),
		text("source", func(r *ArticleRow) *string { return &r.Source }, "path as given to the run; - for standard input"),
		number("line", func(r *ArticleRow) *int32 { return &r.Line }, "line or record of the source, from 1; 0 where the file is one article"),
		text("url", func(r *ArticleRow) *string { return &r.URL }, "empty where unknown"),
		text("title", func(r *ArticleRow) *string { return &r.Title }, "empty where unknown"),
		text("lang", func(r *ArticleRow) *string { return &r.Lang }, "language of most of its sentences"),
		wholeText("text", func(r *ArticleRow) *string { return &r.Text }, "the text that start and end in mentions count code points of"),
		text("content_hash", func(r *ArticleRow) *string { return &r.ContentHash }, "hex SHA-256 over title, text and date: another one means the article changed"),
		text("model", func(r *ArticleRow) *string { return &r.Model }, "hash of the model that scored it"),
		number("sentences", func(r *ArticleRow) *int32 { return &r.Sentences }, "sentences scored"),
		number("mentions", func(r *ArticleRow) *int32 { return &r.Mentions }, "its rows in mentions"),
		number("actors", func(r *ArticleRow) *int32 { return &r.Actors }, "its rows in actors"),
		text("status", func(r *ArticleRow) *string { return &r.Status }, "ok, or empty where no sentence was found"),
		instant("published_at", func(r *ArticleRow) *time.Time { return &r.PublishedAt }, "publication time, UTC; null where unknown"),
	},
}

var rejectsTable = table[RejectRow]{
	name:    Rejects,
	meaning: "a row per input that could not be used",
	columns: []column[RejectRow]{
		text("path", func(r *RejectRow) *string { return &r.Path }, "path as given to the run; - for standard input"),
		number("line", func(r *RejectRow) *int32 { return &r.Line }, "line or record, from 1; 0 where it is the whole file"),
		text("reason", func(r *RejectRow) *string { return &r.Reason }, "what was wrong and what to do"),
	},
}

func scoreColumns[T any](of func(*T) *Scores) []column[T] {
	return []column[T]{
		probability("p_hawkish", func(r *T) *float32 { return &of(r).PHawkish }, "probability that the actor is hawkish, 0 to 1"),
		probability("p_conciliatory", func(r *T) *float32 { return &of(r).PConciliatory }, "probability of conciliatory"),
		probability("p_conditional", func(r *T) *float32 { return &of(r).PConditional }, "probability of conditional"),
		flag("hawkish", func(r *T) *bool { return &of(r).Hawkish }, "decision at the model's threshold; any of the three may hold at once"),
		flag("conciliatory", func(r *T) *bool { return &of(r).Conciliatory }, "decision for conciliatory"),
		flag("conditional", func(r *T) *bool { return &of(r).Conditional }, "decision for conditional"),
		probability("p_negative", func(r *T) *float32 { return &of(r).PNegative }, "probability of a negative portrayal; the three add up to 1"),
		probability("p_neutral", func(r *T) *float32 { return &of(r).PNeutral }, "probability of a neutral portrayal"),
		probability("p_positive", func(r *T) *float32 { return &of(r).PPositive }, "probability of a positive portrayal"),
		text("sentiment", func(r *T) *string { return &of(r).Sentiment }, "negative, neutral or positive"),
	}
}

func originColumns[T any](model func(*T) *string, published func(*T) *time.Time) []column[T] {
	return []column[T]{
		text("model", model, "hash of the model that scored it"),
		instant("published_at", published, "the article's publication time, UTC; null where unknown"),
	}
}
