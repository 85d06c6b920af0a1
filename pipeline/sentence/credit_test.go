//lint:file-ignore ST1018 half-spaces and direction marks are part of the languages tested

package sentence

import (
	"testing"

	"stance/pipeline/article"
)

func TestCaptionCredit(t *testing.T) {
	for _, c := range []struct{ text, kept string }{
		{"Minister Rostami at the airport (Photo: AFP)", "Minister Rostami at the airport"},
		{"Minister Rostami at the airport (Reuters)", "Minister Rostami at the airport"},
		{"Minister Rostami at the airport. REUTERS/Jon Vale", "Minister Rostami at the airport."},
		{"Minister Rostami leaves Geneva. Photo: Ann Holm/AP", "Minister Rostami leaves Geneva."},
		{"Minister Rostami in Geneva © AFP", "Minister Rostami in Geneva"},
		{"Minister Rostami in Geneva | Photo: AFP", "Minister Rostami in Geneva"},
		{"Minister Rostami (left) with Ann Perry (right)", "Minister Rostami (left) with Ann Perry (right)"},
		{"Minister Rostami speaks to Reuters", "Minister Rostami speaks to Reuters"},
		{"وزیر رستگار در فرودگاه تهران (عکس: ایسنا)", "وزیر رستگار در فرودگاه تهران"},
		{"السفير الوادي في جنيف (أ ف ب)", "السفير الوادي في جنيف"},
		{"השר לוי בז'נבה (צילום: רויטרס)", "השר לוי בז'נבה"},
		{"השר לוי בז'נבה. צילום: דנה כהן", "השר לוי בז'נבה."},
		{"Министр Громов в Женеве. Фото: ТАСС", "Министр Громов в Женеве."},
		{"Міністр Гай у Женеві (Фото: Укрінформ)", "Міністр Гай у Женеві"},
		{"Bakan Yurt Cenevre'de (Foto: AA)", "Bakan Yurt Cenevre'de"},
		{"Le ministre Petit à Genève (Crédit photo : AFP)", "Le ministre Petit à Genève"},
		{"El ministro Luna en Ginebra. Foto: EFE", "El ministro Luna en Ginebra."},
		{"外长林远抵达日内瓦。新华社记者 王川 摄", "外长林远抵达日内瓦。"},
		{"外长林远抵达日内瓦（图/新华社）", "外长林远抵达日内瓦"},
	} {
		n := len([]rune(c.text))
		kept, dropped := Cut(article.Article{Text: c.text, Sections: []article.Section{{Kind: article.Caption, Start: 0, End: n}}})
		if len(kept) != 1 || kept[0].Text != c.kept {
			t.Errorf("%q: kept %v, dropped %v", c.text, kept, dropped)
		}
		if c.kept != c.text && (len(dropped) != 1 || dropped[0].Reason != ReasonCredit) {
			t.Errorf("%q: dropped %v", c.text, dropped)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ head, rest string }{
		{"TEHRAN – ", "The minister left."},
		{"TEHRAN—", "The minister left."},
		{"KYIV, Nov 3 (Agency) — ", "The minister left."},
		{"WASHINGTON (AP) — ", "The minister left."},
		{"DUBAI, United Arab Emirates (AP) - ", "The minister left."},
		{"Geneva, 3 November (Reuters) - ", "The minister left."},
		{"خبرگزاری فارس: ", "وزیر رفت."},
		{"خبرگزاري فارس:", "وزير رفت."},
		{"تهران - ایرنا - ", "وزیر رفت."},
		{"القدس (أ ف ب) - ", "غادر الوزير."},
		{"ANKARA (AA) - ", "Bakan ayrıldı."},
		{"ТЕГЕРАН, 3 ноября. /ТАСС/. ", "Министр уехал."},
		{"МОСКВА, 3 ноя — РИА Новости. ", "Министр уехал."},
		{"КИЇВ. 3 листопада. УНН — ", "Міністр поїхав."},
		{"PARÍS (EFE) — ", "El ministro se fue."},
		{"新华社德黑兰11月3日电（记者 林远）", "外长离开了。"},
		{"گروه اقتصادی - خبرگزاری انرژی فارسی: ", "وزیر رفت."},
		{"بغداد - وكالة السهل: ", "وصل الوزير."},
		{"البصرة - سهل برس: ", "وصل الوزير."},
		{"Madrid - Agencia Lumbre: ", "El ministro se fue."},
		{"Київ - Новини Поділля: ", "Міністр поїхав."},
		{"اسلام آباد (نمائندہ خصوصی) ", "وزیر خارجہ چلے گئے۔"},
		{"لاہور (این این آئی) ", "وزیر خارجہ چلے گئے۔"},
		{"KARACHI (Staff Reporter) ", "The minister left."},
		{"【山海报讯】（记者 林远 日内瓦报道）", "外长离开了。"},
		{"【本台消息】", "外长离开了。"},
		{"本报讯（记者 林远）", "外长离开了。"},
		{"", "【独家】外长离开了。"},
		{"", "本案讯问开始。"},
		{"", "عوامی پارٹی (اے پی پی) نے پیشکش ٹھکرا دی۔"},
		{"", "خبرگزاری رسمی سوریه (سانا) نیز گزارش داد."},
		{"", "علی رستگار (خبرنگار) از ژنو رفت."},
		{"", "Senator Perry (Staff Reporter) left."},
		{"", "بيروت - الوزير: لن نتراجع."},
		{"", "تهران - رئیس جمهور: عقب نمی‌نشینیم."},
		{"", "London - Minister: no deal."},
		{"", "NATO – the alliance – met on Monday."},
		{"", "NATO – Europe's shield – met on Monday."},
		{"", "Minister Rostami – a former general – left."},
		{"", "Rostami: The talks have failed."},
		{"", "وزیر خارجه: مذاکرات شکست خورد."},
		{"", "ایران و خلیج فارس – گزارش تازه وزیر."},
		{"", "Reuters – the agency – said the talks had failed."},
		{"", "ИРАН готов — Министр уехал."},
	} {
		r := []rune(c.head + c.rest)
		kept, dropped := Cut(article.Article{Text: string(r), Sections: []article.Section{{Kind: article.Body, Start: 0, End: len(r)}}})
		if len(kept) == 0 || kept[0].Text != c.rest {
			t.Errorf("%q: kept %v, dropped %v", string(r), kept, dropped)
		}
		if c.head != "" && (len(dropped) == 0 || dropped[0].Reason != ReasonDateline) {
			t.Errorf("%q: dropped %v", string(r), dropped)
		}
	}
}
