//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"strings"
	"testing"
)

// Every case is one block; "¦" marks where it must be cut. All persons are invented.
var splitCases = []struct {
	name, lang, text string
}{
	{"plain", "en", "The talks ended on Monday.¦ Minister Karim Daneshvar left Geneva.¦ Will he return?¦ Nobody knows!"},
	{"country", "en", "The U.S. Navy sent ships to the U.K. and the U.N. Security Council met.¦ It was late."},
	{"country at end", "en", "He flew back to the U.S.¦ The minister stayed.¦ She did not."},
	{"titles", "en", "Gen. Saber Rostami met Mr. and Mrs. Holt, Lt. Col. Ito, Sen. Ann Perry and Dr. Vale.¦ They talked."},
	{"initials", "en", "J. D. Marlow and A.B. Quill spoke with K. Osei.¦ Then they left."},
	{"initial end", "en", "They have no Plan B.¦ Ministers will meet again.¦ Vitamin C.¦ The end."},
	{"decimals", "en", "Prices rose 3.5 percent to 1,204.75 rials.¦ Exports fell."},
	{"dates", "en", "The deal of 27.11.2026 holds until 5 p.m. Tuesday.¦ On Nov. 3 it ended.¦ No. 4 stays."},
	{"german date", "en", "The note of 27. November was late.¦ Nobody saw it."},
	{"url", "en", "See https://example.com/a.b?c=D.Exe and www.example.org for more.¦ Write to a.b@mail.example.com.¦ Thanks."},
	{"ellipsis", "en", "He waited... and waited … then left.¦ Well...¦ They came back."},
	{"quotation", "en", "\"We will not yield.¦ We never have.¦ We are ready,\" he said.¦ Then he left."},
	{"quotation question", "en", "\"Will they come?\" he asked.¦ \"Why now?\" Daneshvar asked.¦ \"No,\" she said."},
	{"typographic", "en", "“We are ready.¦ They are not.”¦ The envoy said so."},
	{"nested", "en", "“He told me ‘never again.’¦ I believed him,” she said.¦ It ended."},
	{"brackets", "en", "The minister (he resigned in May. He was ill.) did not come.¦ The rest did [see p. 4. It is long]."},
	{"exclamation", "en", "“Stop!” he shouted at the guards.¦ “Go away!”¦ They ran."},
	{"lost space", "en", "They ended the talks.¦The minister left in 2015.¦He came back.¦A week passed."},
	{"no lost space", "en", "He wrote for Example.com and the U.S.A. and used Node.js at e.g. Work."},
	{"note", "en", "The deal failed.[12]¦ The other did not.[3]¦"},
	{"company", "en", "Acme Inc. Chief John Roe and Bolt Co. Ltd. signed.¦ It was sold to Acme Corp.¦ The price fell."},
	{"al-", "en", "He left.¦ al-Hadidi stayed in Basra."},
	{"starts with digit", "en", "He left in May.¦ 12 ministers stayed.¦ \"They won't,\" he said."},
	{"bullets", "en", "• First point¦ • second point¦ • third point"},
	{"list number", "en", "1. The minister left.¦ 2. The envoy stayed."},

	{"german-like quotes", "ru", "„Мы не уйдём.¦ Мы останемся“, — сказал министр.¦ Он ушёл."},
	{"ru", "ru", "В 2015 г. Россия подписала договор.¦ Переговоры завершились 27 ноября 2026 г.¦ Министр Орлов уехал.¦ Он родился в г. Москва."},
	{"ru abbreviations", "ru", "Театр им. В. М. Лунина, т.е. сцена, и др. места открыты.¦ Цена 5 млн руб. Минфин доволен."},
	{"ru initials", "ru", "А. С. Громов и И.П. Белов встретились с проф. Зиминым.¦ «Мы готовы!» — заявил Громов.¦ «Уйдём?»¦ — Нет."},
	{"uk", "uk", "У 2022 р. Україна заявила про це.¦ Він живе в м. Київ на вул. Садовій.¦ «Ми не відступимо!» — сказав міністр.¦ І пішов."},
	{"tr", "tr", "Sn. Bakan Dr. Ali Yurt ve Prof. Dr. Ece Tan 12. Cumhurbaşkanı ile II. Dünya Savaşı vb. konuları görüştü.¦ Bu önemliydi.¦ \"Gelecek misiniz?\" diye sordu."},
	{"tr year", "tr", "Anlaşma 2015. maddeye göre bitti.¦ Toplantı 2026'da yapıldı.¦ Karar alındı."},
	{"es", "es", "El Sr. Pablo Luna y la Dra. Inés Rey viajaron a EE.UU. y EE. UU. respondió.¦ ¿Qué hará el Gobierno?¦ ¡Nada!¦ Dijo: «No iremos.¦ Nunca»."},
	{"fr", "fr", "M. Le Brun et Mme. Petit ont vu le Dr. Roux.¦ « Nous ne céderons pas.¦ Jamais ! », a-t-il dit.¦ « Pourquoi ? » a demandé le ministre.¦ « Partons. »¦ Il est parti."},

	{"fa", "fa", "وزیر خارجه گفت مذاکرات پایان یافت.¦ وی افزود ۳.۵ درصد مانده است.¦ آیا آن‌ها می‌آیند؟¦ معلوم نیست!"},
	{"fa lost space", "fa", "مذاکرات پایان یافت.¦وی به تهران بازگشت؟¦کسی نمی‌داند."},
	{"fa year", "fa", "انقلاب در سال ۱۳۵۷ ه.ش آغاز شد.¦ دکتر م. رستگار آمد."},
	{"fa quote", "fa", "وزیر گفت: «ما نمی‌رویم.¦ ما می‌مانیم.»¦ سپس رفت.¦ مردم شعار «مرگ بر جنگ!» سر دادند.¦ «چرا؟» وزیر پرسید."},
	{"prs", "prs", "والی کندر گفت که جنگ پایان یافت.¦ څارنوالی بررسی می‌کند."},
	{"ar", "ar", "قال د. سليم الوادي إن المحادثات انتهت.¦ هل يعودون؟¦ لا أحد يعلم.¦وأضاف أ.د. نبيل ذلك.¦ «لماذا الآن؟» قال الوزير."},
	{"he", "he", "ראש הממשלה אמר לד\"ר כהן שצה\"ל מוכן.¦ \"לא ניכנע.¦ לעולם לא\", אמר השר.¦ \"למה?\" שאל השר.¦ הוא הלך."},
	{"ps", "ps", "د بهرنیو چارو وزیر وویل چې خبرې پای ته ورسېدې.¦ ایا دوی راځي؟¦ څوک نه پوهېږي."},
	{"ur", "ur", "وزیر خارجہ نے کہا کہ مذاکرات ختم ہو گئے۔¦ کیا وہ آئیں گے؟¦ ایم۔ کیو۔ ایم نے انکار کیا۔¦وہ چلے گئے۔"},
	{"zh", "zh", "外长林远表示，谈判已经结束。¦“我们不会退让。¦我们准备好了。”他说。¦他们会来吗？¦没人知道！¦示威者高喊“不要战争！”的口号。"},
	{"zh quote", "zh", "他说：“我们不走。”¦随后代表团离开了日内瓦，没有回答提问。"},
	// A quote or a capital shows an end even where the space behind it was lost.
	{"lost space behind quote", "en", "He spoke of \"bread and peace\".¦Perry did not.¦ It was “late”.¦Nobody came."},
	{"lost space before acronym", "en", "The fleet left.¦NATO said nothing.¦ He wrote it for Node.JS and in Report.PDF in May."},
	{"lost space before one letter", "uk", "Гай пішов.¦У Києві мовчали.¦ Пішов І.В. Гай."},
	{"lost space before one letter ru", "ru", "Громов сказал.¦В Москве молчали."},
	{"lost space behind quote he", "he", "הוא דיבר על \"שלום\".¦השר עזב.¦ צה\"ל.¦"},
	{"lost space before acronym tr", "tr", "Bakan gitti.¦DBP sustu."},
	{"initials of two letters", "ru", "Посол У. Дж. Марлоу уехал.¦ Дж. Холт остался."},

	// An ellipsis between letters without capitals.
	{"fa ellipsis", "fa", "صدای تیراندازی قطع شده بود...¦ پاکستان خواستار آرامش شد.¦ نفت، گاز و ... را فروختند.¦ وزیر می‌رود... و برمی‌گردد.¦ انشاءا... کار تمام است."},
	{"prs ellipsis", "prs", "سرک‌ها بسته شده‌اند...¦ والی چیزی نگفت."},
	{"ur ellipsis", "ur", "ٹرن آؤٹ کم رہا...¦ دھرنا کل ہو گا۔¦ تیل، گیس... کی قیمت بڑھی۔"},
	{"ps ellipsis", "ps", "ډېرو خلکو اعتراض وکړ...¦ والي څه ونه ویل.¦ تېل، ګاز... پلورل کېږي."},
	{"ar ellipsis", "ar", "نزح نحو مليون شخص...¦ أما المجلس فلم يجتمع.¦ باعوا النفط والغاز... والذهب."},
	{"he ellipsis", "he", "הדיון יימשך אל תוך הלילה...¦ אבל השר עזב.¦ הוא חיכה... וחיכה."},
	{"zh ellipsis", "zh", "他们要求政府派军舰护渔……¦礁石距岛约三十海里。¦他们出售石油、天然气……等货物。¦他说：“我……我不知道。”"},

	// A quoted sentence that ends in its own stop, and a source behind it that is a new one's.
	{"fa source", "fa", "وزیر گفت: «ما نمی‌رویم.»¦ به گفته رستگار، بدهی ۱٫۸ میلیارد دلار است.¦ «ما می‌مانیم.» وزیر گفت."},
	{"mixed stops", "en", "Really?!¦ Yes.¦ “What?!”¦ They left.¦"},
}

func TestSplit(t *testing.T) {
	for _, c := range splitCases {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(strings.ReplaceAll(c.text, "¦", ""))
			var got []string
			for _, s := range mergeWordless(text, split(text, 0, len(text), c.lang)) {
				got = append(got, string(text[s.s:s.e]))
			}
			var want []string
			for _, w := range strings.Split(c.text, "¦") {
				if w = strings.TrimSpace(w); w != "" {
					want = append(want, w)
				}
			}
			if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
				t.Errorf("got:\n%s\nwant:\n%s", g, w)
			}
		})
	}
}
