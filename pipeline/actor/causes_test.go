//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import (
	"testing"
	"time"
)

var noDate time.Time

// A word for what somebody is, whatever it is, stands for him once the text has said it.
func TestDescribed(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "The ferryman [[Lena Orvik|#a]] came. || [[The ferryman|#a]] left."},
		{"fr", "Le batelier, [[Karim Sarroudj|#a]], arrive. || Le [[batelier|#a]] repart."},
		{"ru", "Лодочник [[Павел Гордынин|#a]] ждёт. || [[Лодочника|#a]] не пустили."},
		{"ar", "وصل ربان السفينة [[سالم هدباني|#a]]. || غادر [[الربان|#a]]."},
		{"en", "The [[ferrymen|#c]] met [[Lena Orvik|#a]]. || [[The ferryman|#b]] left."},
	})
}

// "The new minister" is who was named last before, not the old holder.
func TestNewHolder(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "Minister [[Paul Tarn|#t]] resigned. || The house made [[Lena Orvik|#o]] minister. || [[The new minister|#o]] spoke."},
		{"es", "El ministro [[Julián Robledal|#a]] dimitió. || Le sucede [[Elena Cobián|#b]]. || [[La nueva ministra|#b]] habló."},
		{"en", "Minister [[Paul Tarn|#t]] spoke. || [[The minister|#t]] left."},
	})
}

// Names that a phrase gives to somebody.
func TestNicknames(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Lena Orvik|#a]], known as [[Heron|#a]], came. || [[Heron|#a]] spoke."},
		{"fr", "[[Karim Sarroudj|#a]], surnommé [[Castor|#a]], arrive. || [[Castor|#a]] parle."},
		{"tr", "[[Leylek|#a]] diye anılan [[Selin Korhanlı|#a]] geldi."},
		{"en", "[[Lena Orvik|#a]] met [[Heron|#b]]. || [[Heron|#b]] spoke."},
	})
}

// Both sides are one actor all over the article.
func TestSides(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Iran|state.IR]] and [[Russia|state.RU]] met. || It rained. || It snowed. || [[The two governments|#p:group]] left, then [[both sides|#p]] wrote."},
		{"ar", "التقت [[إيران|state.IR]] و[[روسيا|state.RU]]. || وافق [[الطرفان|#p:group]]. || ثم رفضت [[العاصمتان|#p]]."},
		{"zh", "[[伊朗|state.IR]]与[[俄罗斯|state.RU]]会谈。||[[双方|#p]]同意。||[[两国|#p]]签字。"},
	})
}

// "The other side" is the state that does not speak; of three it is nobody.
func TestOtherSide(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Iran|state.IR]] and [[Russia|state.RU]] met. || [[Iran|state.IR]] blamed [[the other side|state.RU]]."},
		{"ru", "[[Россия|state.RU]] и [[Украина|state.UA]] спорят. || [[Украина|state.UA]] винит [[соседа|state.RU]]."},
		{"en", "[[Iran|state.IR]] waits. || [[The other side|#c]] left."},
	})
}

// A bare government is that of the state that the article is about.
func TestBareGovernment(t *testing.T) {
	runCases(t, []linkCase{
		{"en", "[[Iran|state.IR]] waits. || [[Tehran|state.IR]] wrote. || Farmers blame [[the government|state.IR]]."},
		{"fa", "[[ایران|state.IR]] منتظر است. || [[تهران|state.IR]] نوشت. || کشاورزان از [[دولت|state.IR]] گله دارند."},
		{"en", "Farmers blame [[the government|#g:government]]. || [[The government|#g]] waits."},
		{"en", "“[[We|state.IR]] will wait,” said [[Iran|-]]. || It rained."},
	})
}

// In an interview "I" is who answers; a column with questions is none.
func TestInterview(t *testing.T) {
	l := NewLinker(testRegistry(t))
	got := checkMarked(t, l, "en", "A talk with [[Lena Orvik|#a]]. || Mrs [[Orvik|#a]], why did [[you|#a]] leave? || [[I|#a]] was tired. || The river is dirty. || Will [[you|#a]] come back? || [[I|#a]] will not.", noDate)
	if got.Speakers[3].ID == "" || got.Speakers[3] != got.Mentions[0].Actor {
		t.Errorf("an answer is said by %+v", got.Speakers[3])
	}
	checkMarked(t, l, "en", "[[Lena Orvik|#a]] left. || Why did she? || [[I|?]] do not know. || It rains. || Who cares? || [[I|?]] do.", noDate)
}
