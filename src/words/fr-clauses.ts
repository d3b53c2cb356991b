import type {Clauses} from './clauses.js'

/** How clauses add and limit in French. */
export const clauses: Clauses = {
  adds: /, (?:notamment|y compris|entre autres|par exemple|tels? que|telles? que|entraînant|conduisant|aboutissant|soulignant|illustrant|reflétant|permettant|offrant|ouvrant|favorisant|encourageant)(?= |,)/g,
  qualifies:
    /(?<!\p{L})(?:ne|n[’']\p{L}+|pas|non|ni|aucune?s?|jamais|sans|mais|bien qu\p{L}*|quoiqu\p{L}*|cependant|toutefois|néanmoins|pourtant|malgré|tandis|alors|sauf|excepté\p{L}*|exception\p{L}*|exclu\p{L}*|rarement|parfois|partiel\p{L}*|presque|près de|moitié|tiers|quart|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|trente|centaines?|arrêté\p{L}*|interromp\p{L}*|suspend\p{L}*|retiré\p{L}*|négati\p{L}*|contradictoire\p{L}*|pire|mortalité|prévu\p{L}*|attendu\p{L}*|hypothè\p{L}*|prétend\p{L}*|rétrospecti\p{L}*|observation\p{L}*|non.contrôl\p{L}*|hormis|hors|sinon|si|quand|lorsqu\p{L}*|où|pourvu|selon|seule?s?|seulement|uniquement|surtout|principalement|essentiellement|au (?:moins|plus)|jusqu\p{L}*|environ|peut|peuvent|pourrai\p{L}*|pourra|devrai\p{L}*|potentiel\p{L}*|possible\p{L}*|probable\p{L}*|sembl\p{L}*|suggèr\p{L}*|suggér\p{L}*|préliminaires?|précoces?|petite?s?|faible\p{L}*|peu|moins|limit\p{L}*|manqu\p{L}*|échou\p{L}*|échec\p{L}*|insuffisant\p{L}*|incertain\p{L}*|inconnue?s?|explorat\p{L}*|pilotes?|ouvert|intermédiaires?|tendances?|souris|rats?|anima\p{L}*|précliniques?|vitro|vivo|sous\p{L}*|post.hoc|risques?|indésirables?|sécurité|tolérance|toxi\p{L}*|décès|modest\p{L}*|léger\p{L}*|significati\p{L}*|comparé\p{L}*|contre|versus|qu[’']\p{L}+|controvers\p{L}*|encore|reste\p{L}*|nécessit\p{L}*|exig\p{L}*|défis?|question\p{L}*|problèm\p{L}*)(?!\p{L})/u,
  goesOn:
    /(?<!\p{L})(?:a|ont|est|sont|était|étaient|fut|furent|sera|seront|avait|avaient|fait|font)(?!\p{L})/iu,
  limits:
    /^(?:Cependant|Toutefois|Néanmoins|Mais|Pourtant|En revanche|Par contre|Or,|Malgré (?:cela|ce|cet|cette|ces)|À l[’']inverse|Seule?s?|Aucune?|Ni |Malheureusement|Pour autant|Bien qu|Alors qu|Tandis qu|À ce jour|Jusqu[’']ici|Contrairement|(?:Ce|Cet|Cette|Ces|Cela|Ceci|Il|Elle|Ils|Elles|Son|Sa|Ses|Leurs?|Les (?:résultats|données))(?!\p{L})[\s\S]{0,300}?(?<!\p{L})(?:pas|jamais|aucune?|ni|échou\p{L}*|échec|seulement|incertaine?s?|inconnue?s?|retirée?s?|arrêtée?s?|insuffisante?s?|préliminaires?))(?!\p{L})/u
}
