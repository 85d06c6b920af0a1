package labelled

import (
	"strings"
	"testing"
)

func TestCheckFindsWhatMakesASetUnfit(t *testing.T) {
	const text = `%lang: en
%split: train
%scenario: canal
a	wire	[[Iran|H|0]] closed the canal to every tanker under a foreign flag on Monday morning.
b	wire	[[Oman|?|0]] offered talks.
c	wire	[[Oman|-|?]] waited.
%split: test
d	wire	The [[ministry|-|0]] said nothing about the harvest.
%scenario: other
e	wire	[[Tavia|H|0]] closed the canal to every tanker under a foreign flag on Monday morning!
f	wire	港口工会周一宣布无限期罢工，抗议政府出售码头。
g	wire	港口工会周一宣布无限期罢工，抗议政府出售机场。
h	wire	[[Iran|X|0]]
`
	set := readText(t, "a.txt", text)
	elsewhere := readText(t, "b.txt", "A quarter of the harvest was lost to locusts in the valleys of the north.\n")
	set.Sentences = append(set.Sentences, Sentence{ID: "i", Lang: "en", Text: "A quarter of the harvest was lost to locusts in the valleys of the south.", Path: "a.txt", Line: 99})
	var got []string
	for _, p := range Check(set, elsewhere) {
		got = append(got, p.Field+" "+strings.ReplaceAll(p.Reason, set.Path, "a.txt"))
	}
	for _, want := range []string{
		`stance "X" is not`, `scenario "canal" is in the splits train and test`, "actors[0].stance is not labelled", "actors[0].sentiment is not labelled",
		"stands at a.txt:4, too", "stands at a.txt:11, too", "stands at " + elsewhere.Path,
	} {
		found := 0
		for _, g := range got {
			if strings.Contains(g, want) {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%q is said %d times in %q", want, found, got)
		}
	}
	if len(got) != 7 {
		t.Errorf("%d problems: %q", len(got), got)
	}
}

func TestMixes(t *testing.T) {
	set := readText(t, "a.txt", `%lang: fa
%split: dev
%scenario: x
a	wire,r1	[[ایران|HD|0]] و [[عمان|C|p]]
b	wire	[[او|-|n|1]] گفت [[او|-|n|1]]
c		باران آمد.
%split: train
%lang: en
d		[[|H|0]]"No."
`)
	mixes := Mixes(set)
	if len(mixes) != 2 || mixes[0].Lang != "en" || mixes[0].Speakers != 1 || mixes[0].NoActor != 1 {
		t.Fatalf("%+v", mixes)
	}
	m := mixes[1]
	if m.Sentences != 3 || m.Stories != 1 || m.Actors != 3 || m.Mentions != 4 || m.Stance != [3]int{1, 1, 1} || m.None != 1 || m.Sentiment != [3]int{1, 1, 1} ||
		m.NoStance != 2 || m.NoActor != 1 || m.Mixed != 1 || m.Tags["wire"] != 2 || m.Length != [3]int{9, 10, 10} {
		t.Errorf("%+v", m)
	}
}
