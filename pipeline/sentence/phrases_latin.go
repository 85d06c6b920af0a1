package sentence

// latinPhrases are the lines that pages in English, Turkish, French and Spanish put around
// an article. They are matched folded, so case, marks and kinds of quote do not matter.
var latinPhrases = []phraseGroup{
	{ReasonCredit, label, "photo|photos|photo credit|photo credits|image|images|image credit|image source|image copyright|picture|pictures|photograph|photographer|file photo|photo by|credit|credits|video credit|illustration|graphic|" +
		"foto|fotoğraf|fotoğraflar|fotoğrafçı|görsel|kaynak fotoğraf|arşiv fotoğrafı|" +
		"crédit photo|crédits photo|crédit|crédits|photographie|image d'illustration|photo d'archives|photo d'illustration|" +
		"fotografía|fotografia|imagen|foto de archivo|imagen de archivo|crédito|créditos|crédito de la foto"},
	{ReasonCredit, sourced, "photo from|photo from the|image from the|photo|foto del|foto de la|photo du|photo de la|image du"},
	{ReasonCredit, named, "photo by|photos by|photograph by|image by|picture by|photo courtesy of|courtesy of|photo via|image via|foto de|fotografía de|photo de|photo par|fotoğraf kaynağı"},

	{ReasonShare, whole, "share|share this|share this article|share this story|share this post|share this page|share via|share on|tweet|tweet this|print|print this|print this page|email this|short link|shortlink|copy link|link copied|save|follow|follow us|like|likes|shares|shares and comments|subscribe to channel|listen to article|" +
		"paylaş|bu haberi paylaş|haberi paylaş|yazdır|takip et|bizi takip edin|bağlantıyı kopyala|kısa link|kısa bağlantı|" +
		"partager|partager l'article|partager cet article|imprimer|suivez-nous|copier le lien|lien court|envoyer par e-mail|" +
		"compartir|compartir este artículo|comparte|comparte esta noticia|compartir noticia|imprimir|enlace corto|síguenos|síganos|copiar enlace"},
	{ReasonShare, lead, "partager sur facebook|partager sur twitter|partager sur x|partager sur whatsapp|compartir en facebook|compartir en twitter|compartir en x|compartir en whatsapp|comparte en facebook|comparte en redes|share this article|share this story|share this post|share this page|share on facebook|share on twitter|share on x|share on whatsapp|share on telegram|share on linkedin|click to share|follow us on|follow us at|follow us via|follow our channel|follow our page|find us on|like us on|join our telegram|join our whatsapp|join our channel|join us on telegram|join us on whatsapp|subscribe to our channel|subscribe to our youtube|" +
		"bizi takip edin|bizi twitter|bizi x'|bizi facebook|bizi instagram|bizi telegram|telegram kanalımıza|whatsapp kanalımıza|facebook'ta paylaş|twitter'da paylaş|" +
		"suivez-nous sur|suivez nous sur|retrouvez-nous sur|rejoignez notre chaîne|rejoignez-nous sur|abonnez-vous à notre chaîne|" +
		"síguenos en|síganos en|siga nuestro canal|sigue nuestro canal|únete a nuestro canal|únase a nuestro canal|suscríbete a nuestro canal"},

	{ReasonRelated, whole, "read also|also read|read more|read more here|more|see also|see more|related|related articles|related article|related stories|related story|related news|related posts|related topics|related content|related links|more on this story|more on this|more stories|more news|recommended|recommended stories|recommended for you|you may also like|you might also like|most read|most popular|most viewed|top stories|trending|trending now|latest news|don't miss|editors' picks|editor's picks|in this story|view all|load more|show more|continue reading|tags|topics|watch live|up next|" +
		"ilgili haberler|ilgili haber|ilgili içerikler|benzer haberler|ayrıca okuyun|devamını oku|daha fazla|en çok okunanlar|çok okunanlar|son dakika haberleri|önerilen haberler|etiketler|diğer haberler|" +
		"à lire aussi|a lire aussi|lire aussi|lire la suite|voir aussi|sur le même sujet|articles liés|articles similaires|les plus lus|à voir aussi|à découvrir|nos recommandations|en savoir plus|plus d'informations|mots-clés|thèmes|" +
		"lea también|lee también|leer también|leer más|lea más|ver más|te puede interesar|le puede interesar|noticias relacionadas|artículos relacionados|más noticias|más información|más leídas|las más leídas|lo más leído|lo más visto|véase también|vea también|etiquetas|temas relacionados"},
	{ReasonRelated, linked, "read also|also read|read more|read next|see also|more|related|related articles|related article|related stories|related story|related news|related link|related links|related coverage|watch|watch now|watch live|listen|in pictures|in photos|don't miss|recommended|tags|topics|keywords|explained|you may also like|click here|source link|" +
		"ilgili haber|ilgili haberler|ayrıca okuyun|ayrıca bakınız|devamını oku|izleyin|bunu da okuyun|etiketler|" +
		"à lire aussi|a lire aussi|lire aussi|à lire|lire la suite|voir aussi|à voir|à écouter|pour aller plus loin|sur le même sujet|mots-clés|" +
		"lea también|lee también|leer también|lea además|leer más|lea más|te puede interesar|le puede interesar|vea también|vea además|relacionado|noticia relacionada|etiquetas|también puede leer"},
	{ReasonRelated, within, "click here|buraya tıklayın|için tıklayın|için tıklayınız|cliquez ici|haga clic aquí|haz clic aquí|pulse aquí"},
	{ReasonRelated, lead, "read more about|read more at|read more on|read the full story|read the full article|click here to|click here for|continue reading on|" +
		"haberin devamı için|detaylar için tıklayın|à lire aussi|a lire aussi|lire aussi|lea también|lee también|te puede interesar|haga clic aquí|cliquez ici"},

	{ReasonNewsletter, whole, "subscribe|subscribe now|sign up|sign up now|sign in|log in|login|register|newsletter|newsletters|our newsletter|already a subscriber|" +
		"abone ol|abone olun|üye ol|giriş yap|bülten|e-bülten|s'abonner|abonnez-vous|se connecter|s'inscrire|je m'abonne|suscríbete|suscríbase|suscribirse|iniciar sesión|regístrate|boletín"},
	{ReasonNewsletter, lead, "sign up for our|sign up to our|sign up to receive|sign up here|subscribe to our|subscribe to the newsletter|subscribe for|subscribe today|subscribe here|get our newsletter|get the latest news|get our daily|get breaking news|get daily news|receive our newsletter|enter your email|your email address|by signing up|by subscribing|by clicking subscribe|already a subscriber?|this article is for subscribers|this story is for subscribers|to continue reading,|register to read|you have reached your limit|stay informed with our|stay up to date with our|" +
		"bültenimize abone|e-bültenimize|haber bültenimize|bültene abone|e-posta adresinizi|" +
		"inscrivez-vous à notre|inscrivez-vous à la newsletter|abonnez-vous à notre|abonnez-vous pour|abonnez-vous à la|recevez notre newsletter|votre adresse e-mail|votre adresse email|cet article est réservé aux abonnés|" +
		"suscríbete a nuestro|suscríbete a nuestra|suscríbase a nuestro|suscríbase a nuestra|suscríbete al boletín|recibe nuestro boletín|reciba nuestro boletín|recibe las noticias|reciba las noticias|tu correo electrónico|su correo electrónico"},

	{ReasonNewsletter, within, "in your inbox|to your inbox|into your inbox|e-posta kutunuza|e-posta kutunuzda|gelen kutunuza|dans votre boîte mail|dans votre boîte aux lettres|dans votre boîte de réception|en tu correo|en su correo electrónico|en tu bandeja|en su bandeja de entrada|en tu buzón"},

	{ReasonCookies, whole, "accept cookies|accept all cookies|accept all|reject all|manage cookies|cookie settings|cookie policy|cookie preferences|privacy policy|terms of use|terms of service|terms and conditions|çerez politikası|çerez ayarları|gizlilik politikası|kullanım koşulları|accepter les cookies|tout accepter|tout refuser|gérer les cookies|politique de confidentialité|politique de cookies|conditions d'utilisation|mentions légales|aceptar cookies|aceptar todas|aceptar todo|rechazar todo|política de cookies|política de privacidad|aviso legal|términos y condiciones"},
	{ReasonCookies, lead, "this site uses cookies|this website uses cookies|our site uses cookies|our website uses cookies|we use cookies|we and our partners use cookies|we value your privacy|by continuing to use this|by using this site|" +
		"bu site çerez|bu web sitesi çerez|sitemizde çerez|web sitemizde çerez|çerezleri kabul|size daha iyi hizmet sunabilmek için çerez|" +
		"ce site utilise des cookies|notre site utilise des cookies|nous utilisons des cookies|nous utilisons les cookies|en poursuivant votre navigation|" +
		"este sitio utiliza cookies|este sitio web utiliza cookies|este sitio usa cookies|este sitio web usa cookies|utilizamos cookies|usamos cookies|al continuar navegando|si continúa navegando"},

	{ReasonCopyright, dated, "copyright|all rights reserved|telif hakkı|droits d'auteur"},
	{ReasonCopyright, linked, "copyright|telif hakkı"},
	{ReasonCopyright, within, "all rights reserved|this material may not be published|may not be republished|licensed under a creative commons|tüm hakları saklıdır|her hakkı saklıdır|tous droits réservés|todos los derechos reservados|reproducción prohibida|prohibida su reproducción|prohibida la reproducción|reproduction interdite|izinsiz kullanılamaz|izin alınmadan kullanılamaz"},

	{ReasonAgency, label, "end|ends|end of item|end item|end news|endit|enditem|news id|news code|news number|story id|article id|haber kodu|haber no|id de la noticia"},
	{ReasonAgency, whole, "more to follow|more follows|to be continued|ends here|fin|son|aa|afp|reuters|ap|efe|tass|irna|mna|isna|xinhua|iha|dha|anka"},

	{ReasonTimestamp, dated, "updated|updated on|updated at|last updated|last updated on|last update|last modified|published|published on|published at|first published|posted|posted on|posted at|date|publication date|release date|created|time|" +
		"yayınlanma|yayınlanma tarihi|yayın tarihi|güncelleme|güncellenme|son güncelleme|güncelleme tarihi|giriş tarihi|giriş|tarih|oluşturulma tarihi|" +
		"publié le|publié|mis à jour le|mis à jour à|mis à jour|mise à jour|mise à jour le|modifié le|dernière mise à jour|date de publication|posté le|" +
		"publicado|publicado el|actualizado|actualizado el|última actualización|fecha|fecha de publicación|publicada el|creado el"},
	{ReasonTimestamp, whole, "minutes ago|min read|minute read|just now"},
	{ReasonTimestamp, counted, "min read|mins read|minute read|minutes read|minutes ago|hours ago|days ago|minute ago|hour ago|day ago|dk okuma|dakika okuma|dakikalık okuma|dakika önce|saat önce|min de lecture|minutes de lecture|min de lectura|minutos de lectura"},

	{ReasonByline, named, "by|written by|reported by|reporting by|edited by|editing by|compiled by|translated by|report by|words by|text by|par|por|propos recueillis par|escrito por|redactado por|yazan|hazırlayan"},
	{ReasonByline, reported, "reporting by|additional reporting by|reporting and writing by|writing by|writing and editing by|edited by|editing by|compiled by|reportage de|reportage par|édité par|avec la contribution de|reporte de|reportaje de|editado por|editado en español por|traducido por|version française|traduit par|con información de|información de|haberi hazırlayan|haberi yazan"},
	{ReasonByline, label, "author|authors|reporter|reporters|editor|editors|correspondent|written by|reporting by|reported by|editing by|edited by|compiled by|by|translator|" +
		"yazar|muhabir|editör|haber|haber merkezi|haberi yazan|çeviri|auteur|auteurs|rédaction|la rédaction|autor|autora|redacción|redactor|traducción|avec afp|avec reuters|avec agences|con información de|con informacion de"},
	{ReasonByline, whole, "by staff writer|by staff writers|by our correspondent|by our correspondents|by our staff reporter|by staff reporter|by news desk|by newsroom|staff writer|staff writers|staff reporter|news desk|web desk|by agencies|agencies|from our correspondent|by the editorial board|by the associated press|haber merkezi|dış haberler servisi|avec afp|avec agences|la rédaction|redacción|agencias|by politics desk|by political desk|by international desk"},
	{ReasonByline, brief, "source|fuente|kaynak"},

	{ReasonNavigation, whole, "home|menu|search|skip to content|skip to main content|back to top|top of page|previous|next|previous article|next article|previous post|next post|about us|contact us|contact|advertise with us|go back|main menu|close|back|site map|sitemap|" +
		"anasayfa|ana sayfa|menü|ara|hakkımızda|iletişim|künye|önceki haber|sonraki haber|yukarı çık|içeriğe geç|" +
		"accueil|rechercher|recherche|qui sommes-nous|contactez-nous|article précédent|article suivant|haut de page|aller au contenu|retour|" +
		"inicio|menú|buscar|quiénes somos|contáctenos|contacto|artículo anterior|artículo siguiente|volver arriba|ir al contenido|volver"},

	{ReasonComments, whole, "comments|comment|no comments|no comments yet|leave a comment|leave a reply|post a comment|post comment|add a comment|add comment|write a comment|submit comment|view comments|show comments|comments are closed|reply|join the conversation|submit|report abuse|name|email|website|" +
		"yorum|yorumlar|yorum yap|yorum yaz|yorum gönder|bir yorum yazın|yorum bırakın|" +
		"commentaires|commentaire|laisser un commentaire|ajouter un commentaire|réagir|commenter|poster un commentaire|voir les commentaires|" +
		"comentarios|comentario|deja un comentario|deje un comentario|dejar un comentario|comentar|escribe un comentario|añadir comentario|ver comentarios|publicar comentario"},
	{ReasonComments, lead, "your email address will not be published|required fields are marked|your email will not be published|you must be logged in to|log in to comment|login to comment|please log in to comment|save my name, email|be the first to comment|leave a reply cancel|" +
		"e-posta hesabınız yayımlanmayacak|e-posta adresiniz yayınlanmayacak|yorum yapabilmek için|votre adresse e-mail ne sera pas|les champs obligatoires|connectez-vous pour commenter|tu dirección de correo electrónico no será|su dirección de correo electrónico no será|los campos obligatorios|inicia sesión para comentar"},

	{ReasonAd, whole, "advertisement|advertisements|advertising|ad|ads|advert|sponsored|sponsored content|sponsored by|paid content|promoted|promoted content|story continues below|story continues below advertisement|article continues below|article continues after ad|article continues after advertisement|scroll to continue|advertisement - scroll to continue|continue reading below|paid for by|" +
		"reklam|reklamlar|ilan|sponsorlu|sponsorlu içerik|advertorial|reklamdan sonra devam ediyor|" +
		"publicité|publicités|annonce|annonces|contenu sponsorisé|la suite après la publicité|l'article continue après la publicité|" +
		"publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|sigue leyendo después de la publicidad"},
}
