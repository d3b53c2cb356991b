import type {Clauses} from './clauses.js'

/** How clauses add and limit in French. */
export const clauses: Clauses = {
  adds: /, (?:notamment|y compris|entre autres|par exemple|tels? que|telles? que|entraînant|conduisant|aboutissant|soulignant|illustrant|reflétant|permettant|offrant|ouvrant|favorisant|encourageant)(?= |,)/g,
  qualifies:
    /(?<!\p{L})(?:(?:ne|n[’']\p{L}+|pas|non|ni|aucune?s?|jamais|sans|mais|cependant|toutefois|néanmoins|pourtant|malgré|tandis|alors|sauf|rarement|parfois|presque|près de|moitié|tiers|quart|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|trente|centaines?|pire|mortalité|hormis|hors|sinon|si|quand|où|pourvu|selon|seule?s?|seulement|uniquement|surtout|principalement|essentiellement|au (?:moins|plus)|environ|peut|peuvent|pourra|préliminaires?|précoces?|petite?s?|peu|moins|inconnue?s?|pilotes?|ouvert|intermédiaires?|tendances?|souris|rats?|précliniques?|vitro|vivo|post.hoc|risques?|indésirables?|sécurité|tolérance|décès|contre|versus|qu[’']\p{L}+|encore|défis?)(?!\p{L})|(?:bien qu|quoiqu|excepté|exception|exclu|partiel|arrêté|interromp|suspend|retiré|négati|contradictoire|prévu|attendu|hypothè|prétend|rétrospecti|observation|non.contrôl|lorsqu|jusqu|pourrai|devrai|potentiel|possible|probable|sembl|suggèr|suggér|faible|limit|manqu|échou|échec|insuffisant|incertain|explorat|anima|sous|toxi|modest|léger|significati|comparé|controvers|reste|nécessit|exig|question|problèm))/u,
  goesOn:
    /(?<!\p{L})(?:a|ont|est|sont|était|étaient|fut|furent|sera|seront|avait|avaient|fait|font)(?!\p{L})/iu,
  limits:
    /^(?:Cependant|Toutefois|Néanmoins|Mais|Pourtant|En revanche|Par contre|Or,|Malgré (?:cela|ce|cet|cette|ces)|À l[’']inverse|Seule?s?|Aucune?|Ni |Malheureusement|Pour autant|Bien qu|Alors qu|Tandis qu|À ce jour|Jusqu[’']ici|Contrairement|(?:Ce|Cet|Cette|Ces|Cela|Ceci|Il|Elle|Ils|Elles|Son|Sa|Ses|Leurs?|Les (?:résultats|données))(?!\p{L})[\s\S]{0,300}?(?<!\p{L})(?:pas|jamais|aucune?|ni|échou\p{L}*|échec|seulement|incertaine?s?|inconnue?s?|retirée?s?|arrêtée?s?|insuffisante?s?|préliminaires?))(?!\p{L})/u
}
