//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"stance/pipeline/sentence"
)

// testLines is a small registry: real states, persons made up.
const testLines = `
{"id":"state.IR","type":"state","name":"Iran","aliases":{"en":["Islamic Republic of Iran","Tehran"],"fa":["ایران","تهران","جمهوری اسلامی ایران"],"prs":["ایران","تهران"],"ar":["إيران","طهران"],"he":["איראן","טהרן"],"ps":["ایران","تهران"],"ur":["ایران","تہران"],"tr":["İran","Tahran"],"ru":["Иран","Тегеран"],"uk":["Іран","Тегеран"],"fr":["Iran","Téhéran"],"es":["Irán","Teherán"],"zh":["伊朗","德黑兰"]},"adjectives":{"en":["Iranian"],"fa":["ایرانی"],"ar":["إيراني"],"he":["איראני"],"tr":["İranlı"],"ru":["иранский"],"uk":["іранський"],"fr":["iranien"],"es":["iraní"],"ur":["ایرانی"],"ps":["ایراني"]}}
{"id":"state.US","type":"state","name":"United States","aliases":{"en":["US","U.S.","Washington","the White House","America"],"fa":["آمریکا","ایالات متحده","واشنگتن","کاخ سفید"],"ar":["الولايات المتحدة","واشنطن","البيت الأبيض"],"he":["ארצות הברית","ארה\"ב","וושינגטון","הבית הלבן"],"tr":["ABD","Amerika Birleşik Devletleri"],"ru":["США","Соединённые Штаты","Вашингтон","Белый дом"],"uk":["США","Сполучені Штати","Вашингтон"],"fr":["États-Unis","Maison Blanche"],"es":["Estados Unidos","EE. UU.","Casa Blanca"],"zh":["美国","华盛顿","白宫"],"ur":["امریکا"],"ps":["امریکا"]},"adjectives":{"en":["American"],"ru":["американский"],"fr":["américain"]}}
{"id":"state.RU","type":"state","name":"Russia","aliases":{"en":["Moscow","the Kremlin"],"ru":["Россия","Москва","Кремль"],"uk":["Росія","Москва"],"ar":["روسيا","موسكو"],"he":["רוסיה"],"fr":["Russie"],"zh":["俄罗斯"]},"adjectives":{"en":["Russian"],"ru":["российский"]}}
{"id":"state.UA","type":"state","name":"Ukraine","aliases":{"ru":["Украина","Киев"],"uk":["Україна","Київ"]},"adjectives":{"ru":["украинский"],"uk":["український"]}}
{"id":"state.IL","type":"state","name":"Israel","aliases":{"ru":["Израиль"],"uk":["Ізраїль"],"he":["ישראל"],"ar":["إسرائيل"],"fa":["اسرائیل"]},"adjectives":{"en":["Israeli"],"he":["ישראלי"],"ru":["израильский"]}}
{"id":"state.LB","type":"state","name":"Lebanon","aliases":{"he":["לבנון"],"ar":["لبنان"]}}
{"id":"state.IQ","type":"state","name":"Iraq","aliases":{"ar":["العراق","بغداد"],"fa":["عراق"],"he":["עיראק"]}}
{"id":"state.GE","type":"state","name":"Georgia","aliases":{"ru":["Грузия"]},"adjectives":{"en":["Georgian"]}}
{"id":"state.NE","type":"state","name":"Niger","aliases":{"ru":["Нигер"],"tr":["Nijer"]}}
{"id":"state.NG","type":"state","name":"Nigeria","aliases":{"ru":["Нигерия"],"tr":["Nijerya"]}}
{"id":"state.GN","type":"state","name":"Guinea"}
{"id":"state.GQ","type":"state","name":"Equatorial Guinea"}
{"id":"state.KP","type":"state","name":"North Korea","aliases":{"zh":["朝鲜"]}}
{"id":"state.KR","type":"state","name":"South Korea","aliases":{"zh":["韩国"]}}
{"id":"state.CG","type":"state","name":"Congo"}
{"id":"state.CD","type":"state","name":"DR Congo","aliases":{"en":["Democratic Republic of the Congo"]}}
{"id":"state.SD","type":"state","name":"Sudan","aliases":{"ar":["السودان"]}}
{"id":"state.SS","type":"state","name":"South Sudan","aliases":{"ar":["جنوب السودان"]}}
{"id":"state.JO","type":"state","name":"Jordan"}
{"id":"state.BO","type":"state","name":"Bolivia","aliases":{"es":["La Paz"]}}
{"id":"body.iaea","type":"body","name":"IAEA","aliases":{"en":["International Atomic Energy Agency"],"fa":["آژانس بین‌المللی انرژی اتمی"]}}
{"id":"body.who","type":"body","name":"World Health Organization","aliases":{"en":["WHO"]}}
{"id":"group.dawn-front","type":"armed_group","name":"Dawn Front","aliases":{"fa":["جبهه سپیده"],"ar":["جبهة الفجر"],"he":["חזית השחר"],"ru":["Фронт рассвета"]}}
{"id":"person.daryani","type":"person","name":"Arman Daryani","aliases":{"fa":["آرمان دریانی","دریانی"],"prs":["آرمان دریانی","دریانی"],"ps":["آرمان درياني","درياني"],"ur":["آرمان دریانی","دریانی"],"ar":["آرمان درياني","درياني"],"he":["ארמן דריאני","דריאני"],"tr":["Arman Deryani"],"ru":["Арман Дарьяни"],"uk":["Арман Дар'яні"],"zh":["达里亚尼","阿尔曼·达里亚尼"]},"speaks_for":"state.IR","roles":{"en":["foreign minister"]},"from":"2024-08"}
{"id":"person.rostami","type":"person","name":"Kaveh Rostami","aliases":{"fa":["کاوه رستمی"]},"speaks_for":"state.IR","roles":{"en":["foreign minister"]},"from":"2020","to":"2024-07"}
{"id":"person.sobolev","type":"person","name":"Viktor Sobolev","aliases":{"ru":["Виктор Соболев"],"uk":["Віктор Соболєв"]},"speaks_for":"state.RU","roles":{"en":["president"]}}
{"id":"person.stepansky","type":"person","name":"Oleh Stepansky","aliases":{"ru":["Олег Степанский"],"uk":["Олег Степанський"]},"speaks_for":"state.UA","roles":{"en":["president"]}}
{"id":"person.araghtani","type":"person","name":"Nima Araghchi-Tani","aliases":{"en":["Nima Araghchani"]},"speaks_for":"state.IR"}
{"id":"person.hale","type":"person","name":"Martin Hale","speaks_for":"state.US","roles":{"en":["president"]}}
{"id":"person.kessler-a","type":"person","name":"Anton Kessler"}
{"id":"person.kessler-b","type":"person","name":"Bruno Kessler","roles":{"en":["mayor"]}}
{"id":"person.jordan","type":"person","name":"Carl Jordan"}
{"id":"person.lin","type":"person","name":"Lin Weiguo","aliases":{"zh":["林卫国"],"en":["Lin"]}}
`

func testRegistry(t testing.TB) *Registry {
	t.Helper()
	r, err := Load(fstest.MapFS{"test.jsonl": {Data: []byte(testLines)}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// marked reads a document in notation: mentions as [[text|who]], "||" ends a sentence and
// "//" a paragraph too. who is a registry id; a label starting with "#" for an actor that
// the registry does not know; "?" for a pronoun that must stay open; "-" for anyone.
func marked(lang, s string) (doc Document, who []string) {
	doc.Lang = lang
	var text []rune
	start := 0
	endSentence := func() {
		if len(text) > start {
			doc.Sentences = append(doc.Sentences, sentence.Sentence{Index: len(doc.Sentences), Section: "body", Lang: lang, Start: start, End: len(text), Text: string(text[start:])})
		}
	}
	for s != "" {
		switch {
		case strings.HasPrefix(s, "[["):
			body, rest, _ := strings.Cut(s[2:], "]]")
			name, w, _ := strings.Cut(body, "|")
			m := Mention{Sentence: len(doc.Sentences), Start: len(text), Text: name}
			text = append(text, []rune(name)...)
			m.End = len(text)
			doc.Mentions, who = append(doc.Mentions, m), append(who, w)
			s = rest
		case strings.HasPrefix(s, "||"), strings.HasPrefix(s, "//"):
			endSentence()
			if s[0] == '/' {
				text = append(text, '\n', '\n')
			} else if lang != "zh" {
				text = append(text, ' ')
			}
			start, s = len(text), s[2:]
		default:
			r := []rune(s)[0]
			text = append(text, r)
			s = s[len(string(r)):]
		}
	}
	endSentence()
	doc.Text = string(text)
	return doc, who
}

// checkMarked links a document in notation and compares.
func checkMarked(t *testing.T, l *Linker, lang, s string, date time.Time) Links {
	t.Helper()
	doc, who := marked(lang, s)
	doc.Date = date
	got := l.Link(doc)
	labels := map[string]string{}
	for i, w := range who {
		a := got.Mentions[i].Actor
		bad := false
		switch {
		case w == "-":
		case w == "?":
			bad = !strings.HasPrefix(a.ID, "pronoun:")
		case strings.HasPrefix(w, "#"):
			label, kind, _ := strings.Cut(w, ":")
			if id, ok := labels[label]; ok && id != a.ID || !strings.HasPrefix(a.ID, "x.") {
				bad = true
			}
			for other, id := range labels {
				bad = bad || other != label && id == a.ID
			}
			labels[label] = a.ID
			bad = bad || kind != "" && kind != a.Type
		default:
			bad = a.ID != w
		}
		if bad {
			t.Errorf("%s %q: mention %q is %+v, want %s", lang, s, doc.Mentions[i].Text, a, w)
		}
	}
	return got
}

type linkCase struct{ lang, text string }

func runCases(t *testing.T, cases []linkCase) {
	t.Helper()
	l := NewLinker(testRegistry(t))
	for _, c := range cases {
		checkMarked(t, l, c.lang, c.text, time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC))
	}
}
