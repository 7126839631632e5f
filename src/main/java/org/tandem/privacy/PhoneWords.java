package org.tandem.privacy;

import java.util.regex.Pattern;

/** What people of many countries write before a phone number, and before numbers that are none. */
final class PhoneWords {

    private static final String PHONE = "(?:"
            + String.join(
                    "|",
                    "(?:(?<![\\p{L}\\p{N}])(?:(?:tele)?phones?|tel|ph|mobs?|mobiles?|cells?|cell ?phone|whats"
                            + " ?app|viber|sms|fax|call|ring|reach|text|dial|contact (?:no|nr|number)|wa\\.me/",
                    "telefon\\p{L}*|handy\\p{L}*|mobil\\p{L}*|ruf(?:nummer)?|anruf\\p{L}*|erreich\\p{L}*|festnetz\\p{L}*", // German, Nordic, Slavic
                    "tel[eé]fonos?|tfno|tlfn?o?|tlf|m[oó]vil|celular\\p{L}*|ll[aá]m\\p{L}*", // Spanish
                    "t[ée]l|t[ée]l[ée]phone|portable|appel\\p{L}*|joign\\p{L}*|joindre", // French
                    "telefono|cellulare|chiam\\p{L}*", // Italian
                    "telefone|telem[oó]vel|lig(?:ue|ar)", // Portuguese
                    "telefoon\\p{L}*|gsm|mobiel\\p{L}*|bel(?:len)?", // Dutch
                    "puhelin\\p{L}*|kom[oó]rk\\p{L}*|zadzwo\\p{L}*|cep", // Finnish, Polish, Turkish
                    "телефон\\p{L}*|тел|моб\\p{L}*|звон\\p{L}*|дзвон\\p{L}*|τηλ\\p{L}*|κινητ\\p{L}*)(?!\\p{L}))",
                    "هاتف|جوال|موبايل|טלפון|נייד|電話|携帯|电话|手机|手機|전화|휴대폰|फ़ोन|फोन|मोबाइल)");

    private static final String OTHER = String.join(
            "|",
            "is[bs]n(?:-1[03])?|ean|gtin|imei|serial|model|part|article|artikel\\p{L}*|voucher|order|invoice|ref(?:erence)?|case|ticket|tracking|parcel|shipment|booking|contract|customer|account|transaction|receipt|item",
            "bestell\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|kunden\\p{L}*|sendung\\p{L}*|vertrag\\p{L}*|vorgang\\p{L}*",
            "pedido|factura|commande|facture|dossier|colis|ordine|fattura|encomenda|bestelling\\p{L}*|factuur\\p{L}*",
            "order\\p{L}*|ordre\\p{L}*|faktur\\p{L}*|beställning\\p{L}*|zamówien\\p{L}*|paczk\\p{L}*|заказ\\p{L}*");

    private static final Pattern ANYWHERE = Pattern.compile("(?iu)" + PHONE);
    private static final Pattern ANNOUNCING =
            Pattern.compile("(?iu)" + PHONE + "\\.?(?:[^.!?\\n]{0,25}|[^\\p{L}\\p{N}]{0,4})$");
    private static final Pattern OTHERWISE = Pattern.compile("(?iu)(?<!\\p{L})(?:" + OTHER
            + ")s?(?:[ .:-]*(?:id|code|number|no|nr|num|nº|n°|numéro|número|numer|nummer))?[ .:#º°-]*(?:is"
            + " |ist |es |est )?$");

    private PhoneWords() {}

    static boolean areIn(String line) {
        return ANYWHERE.matcher(line).find();
    }

    /** Whether it is said right before a number that it is a phone. */
    static boolean announce(String before) {
        return ANNOUNCING.matcher(before).find();
    }

    /** Whether it is said right before a number that it is something else. */
    static boolean sayOtherwise(String before) {
        return OTHERWISE.matcher(before).find();
    }
}
