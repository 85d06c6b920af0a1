package article

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Invented news in the project's languages: a headline each, and a longer text.
var samples = map[string][2]string{
	"fa": {"وزیر خارجه ایران: مذاکرات ادامه دارد", "سخنگوی وزارت امور خارجه گفت که تهران پیشنهاد تازه آمریکا را بررسی می\u200cکند و پاسخ خود را اعلام خواهد کرد. او افزود چانه\u200cزنی زیر فشار ژرف پذیرفتنی نیست."},
	"ar": {"وزير الخارجية يدعو إلى وقف إطلاق النار", "قال المتحدث باسم الحكومة إن بلاده مستعدة لاستئناف المفاوضات إذا رفعت العقوبات، مؤكدا أن التهديدات لن تغير موقفها."},
	"ur": {"وزیر اعظم نے مذاکرات کی پیشکش کر دی", "ترجمان نے کہا کہ حکومت ایران کے ساتھ بات چیت کے لیے تیار ہے، لیکن دھمکیوں کو برداشت نہیں کیا جائے گا۔ ڈاکٹر نے کہا بڑا فیصلہ ہے۔"},
	"he": {"ראש הממשלה איים לתקוף באיראן", "דובר הצבא אמר אתמול כי הכוחות מוכנים לכל תרחיש, אך הממשלה מעדיפה פתרון מדיני למשבר הגרעין."},
	"ru": {"МИД: переговоры с Ираном продолжатся", "Представитель министерства заявил, что Москва поддерживает дипломатическое решение, и призвал стороны воздержаться от угроз."},
	"uk": {"Україна закликала посилити санкції", "Міністр сказав, що уряд їхній готовий підтримати нові обмеження, якщо переговори зайдуть у глухий кут. Є й інші шляхи."},
	"tr": {"Dışişleri Bakanı görüşmeleri değerlendirdi", "Sözcü, yaptırımların kaldırılması şartıyla müzakerelere başlanabileceğini söyledi. İran ise tehditlere boyun eğmeyeceğini açıkladı."},
	"fr": {"Le président appelle à la désescalade", "Le ministre a déclaré que son pays était prêt à négocier, mais qu’il ne céderait pas à la menace. « Ça suffit », a-t-il ajouté à Téhéran."},
	"es": {"El ministro pidió más sanciones", "El portavoz señaló que España apoyará la negociación si Irán acepta las inspecciones. ¿Será posible? «Mañana», respondió."},
	"zh": {"外交部呼吁各方保持克制", "中国外交部发言人星期五表示，希望美国和伊朗继续谈判，通过对话解决核问题，反对使用武力或者以武力相威胁。"},
}

func TestEncodings(t *testing.T) {
	encodings := map[string]map[string]encoding.Encoding{
		"fa": {"windows-1256": charmap.Windows1256},
		"ar": {"windows-1256": charmap.Windows1256, "iso-8859-6": charmap.ISO8859_6},
		"ur": {"windows-1256": charmap.Windows1256},
		"he": {"windows-1255": charmap.Windows1255, "iso-8859-8": charmap.ISO8859_8},
		"ru": {"windows-1251": charmap.Windows1251, "koi8-r": charmap.KOI8R, "iso-8859-5": charmap.ISO8859_5},
		"uk": {"windows-1251": charmap.Windows1251, "koi8-u": charmap.KOI8U},
		"tr": {"windows-1254": charmap.Windows1254, "iso-8859-9": charmap.ISO8859_9},
		"fr": {"windows-1252": charmap.Windows1252, "iso-8859-1": charmap.ISO8859_1},
		"es": {"windows-1252": charmap.Windows1252},
		"zh": {"gb18030": simplifiedchinese.GB18030, "gbk": simplifiedchinese.GBK},
	}
	for lang, text := range samples {
		for i, s := range text {
			byName := map[string]encoding.Encoding{
				"utf-8": encoding.Nop, "utf-8 with mark": unicode.UTF8BOM,
				"utf-16le with mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16be with mark": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
			}
			if strings.Contains(s, "\n") || strings.Contains(s, " ") { // else nothing in it tells the byte order
				byName["utf-16le"] = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
				byName["utf-16be"] = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
			}
			for name, e := range encodings[lang] {
				byName[name] = e
			}
			for name, e := range byName {
				want := s
				if legacy := encodings[lang][name]; legacy != nil {
					// These have no place for some letters of the languages: as old pages do, do without.
					want = strings.NewReplacer("ی", "ي", "\u06cc", "ي", "۔", ".").Replace(want)
					if name == "iso-8859-6" || name == "iso-8859-1" || name == "iso-8859-9" || name == "iso-8859-8" {
						want = strings.NewReplacer("’", "'", "…", "...").Replace(want)
					}
				}
				data, err := e.NewEncoder().String(want)
				if err != nil {
					t.Errorf("%s in %s: %v", lang, name, err)
					continue
				}
				got, err := decode([]byte(data), nil)
				if err != nil || got != want {
					t.Errorf("%s %d in %s: %q, %v", lang, i, name, got, err)
				}
				a := one(t, write(t, "a.txt", data))
				if a.Text != want {
					t.Errorf("%s %d in %s as a file: %q", lang, i, name, a.Text)
				}
				// The same as a column of records.
				data, err = e.NewEncoder().String(fmt.Sprintf("id,text\n1,\"%s\"\n2,\"%s\"\n", want, want))
				if err != nil {
					t.Fatal(err)
				}
				articles, rejects := readAll(t, Options{}, write(t, "a.csv", data))
				if len(articles) != 2 || articles[1].Text != want {
					t.Errorf("%s %d in %s as CSV: %v %v", lang, i, name, articles, rejects)
				}
			}
		}
	}
}

func TestDeclaredEncoding(t *testing.T) {
	text := samples["fr"][0]
	page := func(charset string) string {
		return `<html><head><meta charset="` + charset + `"></head><body><p>` + text + `</p></body></html>`
	}
	for declared, e := range map[string]encoding.Encoding{"iso-8859-1": charmap.Windows1252, "utf-8": charmap.Windows1252, "windows-1251": encoding.Nop, "nonsense": encoding.Nop, "macintosh": charmap.Macintosh, "ibm866": charmap.CodePage866} {
		want := text
		if declared == "ibm866" {
			text = samples["ru"][0]
			want = text
		}
		data, err := e.NewEncoder().String(page(declared))
		if err != nil {
			t.Fatal(err)
		}
		if a := one(t, write(t, "a.html", data)); a.Text != want {
			t.Errorf("%s: %q", declared, a.Text)
		}
		text = samples["fr"][0]
	}
}

func TestDamagedUTF8(t *testing.T) {
	text := strings.Repeat(samples["fa"][1]+" ", 5)
	got, err := decode([]byte(text[:200]+"\xd9"+text[200:]+"\xd8"), nil)
	if err != nil || strings.Count(got, "\ufffd") != 2 {
		t.Errorf("%q, %v", got, err)
	}
}

func TestLateEncoding(t *testing.T) {
	tail, err := charmap.Windows1256.NewEncoder().String(samples["ar"][1])
	if err != nil {
		t.Fatal(err)
	}
	head := strings.Repeat("plain ASCII. ", peekBytes/10)
	if got, err := decode([]byte(head+tail), nil); err != nil || got != head+samples["ar"][1] {
		t.Errorf("%q, %v", got[len(head):], err)
	}
	lines := strings.Repeat("{\"text\":\"plain\"}\n", peekBytes/10) + `{"text":"` + tail + "\"}\n"
	articles, rejects := readAll(t, Options{}, write(t, "a.jsonl", lines))
	if len(rejects) > 0 || articles[len(articles)-1].Text != samples["ar"][1] {
		t.Errorf("%v", rejects)
	}
}

func TestBinaryIsRejected(t *testing.T) {
	random := make([]byte, 5000)
	for i := range random {
		random[i] = byte(i * i * 31 >> 3)
	}
	for name, data := range map[string]string{
		"png":      "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
		"random":   string(random),
		"controls": strings.Repeat("\x01\x02\x03\x04ab", 50),
		"NUL":      "text with a \x00 in it",
		"high":     strings.Repeat("\x80\x81\x8d\x9d\xff", 30),
		"empty":    "",
		"blank":    " \r\n\t\n",
	} {
		for _, file := range []string{"a.txt", "a.html"} {
			articles, rejects := readAll(t, Options{}, write(t, file, data))
			if len(articles) != 0 || len(rejects) != 1 || rejects[0].Line != 0 {
				t.Errorf("%s as %s: %v %v", name, file, articles, rejects)
			}
		}
	}
}
