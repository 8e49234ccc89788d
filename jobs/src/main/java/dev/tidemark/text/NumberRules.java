package dev.tidemark.text;

import static dev.tidemark.text.PersonalData.CARD;
import static dev.tidemark.text.PersonalData.ID;
import static dev.tidemark.text.PersonalData.PHONE;

import java.util.List;

/** How identity, card and telephone numbers are written, half-width or full-width. */
final class NumberRules {
  static final String DIGIT = "[0-9０-９]";
  static final String NO_DIGIT_BEFORE = "(?<!" + DIGIT + ")";
  static final String NO_DIGIT_BEHIND = "(?!" + DIGIT + ")";

  /** What people put between groups of digits; also what they copy along unseen. */
  private static final String GAP =
      "[\\s\\u00A0\\u3000\\u200B-\\u200D\\uFEFF\\-\\u2010-\\u2015－_.·．]";

  private static final String IS = "(?:[是为為叫]|[:：])?[:：\\s]{0,2}";

  /** Numbers so announced are not people's, whatever they look like. */
  private static final String NOT_A_CODE =
      "(?=[(（+＋]?" + DIGIT + ")(?<!(?:注册号|单号|编号|流水号?|代码|订单)[码是为:：\\s]{0,2})";

  private static final String PROVINCE =
      "(?:[1１][1-5１-５]|[2２][1-3１-３]|[3３][1-7１-７]|[4４][1-6１-６]|[5５][0-4０-４]|[6６][1-5１-５]|[78７８][12１２])";
  private static final String MONTH = "(?:[0０][1-9１-９]|[1１][0-2０-２])";
  private static final String DAY = "(?:[0０][1-9１-９]|[12１２]" + DIGIT + "|[3３][01０１])";
  private static final String CENTURY = "(?:[1１][89８９]|[2２][0０])";

  private static final String ID_18 =
      NO_DIGIT_BEFORE
          + PROVINCE
          + "G?DG?DG?DG?D".replace("D", DIGIT)
          + "G?"
          + CENTURY
          + DIGIT
          + "{2}G?"
          + MONTH
          + "G?"
          + DAY
          + "G?D{3}G?[0-9０-９xXｘＸ]".replace("D", DIGIT)
          + NO_DIGIT_BEHIND;

  private static final String ID_15 =
      NO_DIGIT_BEFORE
          + NOT_A_CODE
          + PROVINCE
          + "D{6}".replace("D", DIGIT)
          + MONTH
          + DAY
          + "D{3}".replace("D", DIGIT)
          + NO_DIGIT_BEHIND;

  private static final String ANNOUNCED_ID =
      "(?<kept>(?:身份[证證]|[证證]件)(?:件|明)?(?:号码?|號碼?|编号)?"
          + IS
          + ")[1-9１-９]D{13,16}[0-9０-９xXｘＸ]".replace("D", DIGIT)
          + NO_DIGIT_BEHIND;

  private static final String CARD_DIGITS = "D{4}(?:G?D{4}){3}(?:G?D{1,3})?".replace("D", DIGIT);

  private static final String CARD_LUHN =
      NO_DIGIT_BEFORE
          + NOT_A_CODE
          + "(?=[6６][0258０２５８]|[4５４5９9]|[3３][5-7５-７])"
          + CARD_DIGITS
          + NO_DIGIT_BEHIND;

  private static final String ANNOUNCED_CARD =
      "(?<kept>(?:卡号?|[账帐賬帳]号|[账帐賬帳]號|卡號|账户)(?:码|碼)?" + IS + ")" + CARD_DIGITS + NO_DIGIT_BEHIND;

  private static final String CHINA = "(?:[(（]?[+＋]?(?:00|００)?(?:86|８６)[)）]?G{0,2})";

  private static final String MOBILE =
      NO_DIGIT_BEFORE
          + "(?=[0-9０-９(（+＋])"
          + CHINA
          + "?[1１](?:[3-9３-９]D(?:G?D{4}G?D{4}|D{2}G?D{2}G?D{4}|DG?D{3}G?D{4}|G?D{3}G?D{5}|DG?D{4}G?D{3}|D{2}G?D{6})|G[3-9３-９](?:GD){9})"
              .replace("D", DIGIT)
          + NO_DIGIT_BEHIND
          + "(?![.．]D{1,2}元|\\s?[元万亿])".replace("D", DIGIT);

  private static final String AREA = "(?:[1１][0０]|[2２]D|[3-9３-９]D{2})".replace("D", DIGIT);
  private static final String LOCAL = "[1-9１-９]D{2,3}G?D{4}".replace("D", DIGIT);
  private static final String EXTENSION =
      "(?:\\s?(?:[-－转轉]|ext\\.?)\\s?D{1,6})?".replace("D", DIGIT);

  private static final String LANDLINE =
      NO_DIGIT_BEFORE
          + NOT_A_CODE
          + "(?:CHINA?[(（]?[0０]AREA[)）]?G{0,2}LOCAL|(?:[+＋]|00|００)?(?:86|８６)G{0,2}AREAGLOCAL)"
          + NO_DIGIT_BEHIND
          + EXTENSION;

  private static final String ANNOUNCED_LOCAL =
      "(?<kept>(?:电话|電話|座机|座機|固话|固話|致电|致電|拨打|撥打|来电|传真|[Tt][Ee][Ll]|[Ff]ax)(?:号码?|號碼?)?[.．]?"
          + IS
          + ")[2-8２-８]D{2,3}[-－ ]?D{4}".replace("D", DIGIT)
          + NO_DIGIT_BEHIND
          + EXTENSION;

  private static final List<String> IDENTITY = List.of("身份", "证件", "證件");
  private static final List<String> ACCOUNT = List.of("卡", "号", "號", "账户");
  private static final List<String> CALLS =
      List.of(
          "电话", "電話", "座机", "座機", "固话", "固話", "致电", "致電", "拨打", "撥打", "来电", "传真", "TEL", "Tel",
          "tel", "Fax", "fax");

  /** In the order to apply them: the longer number first. */
  static final List<MaskingRule> ALL =
      List.of(
          rule(ID, ID_18).inTextsOf(17).provedBy(CheckDigits::isIdNumber),
          rule(ID, ANNOUNCED_ID).inTextsOf(14).inTextsWith(IDENTITY),
          rule(ID, ID_15).inTextsOf(15),
          rule(CARD, CARD_LUHN).inTextsOf(16).provedBy(CheckDigits::isLuhn),
          rule(CARD, ANNOUNCED_CARD).inTextsOf(16).inTextsWith(ACCOUNT),
          rule(PHONE, MOBILE).inTextsOf(11),
          rule(PHONE, LANDLINE).inTextsOf(10),
          rule(PHONE, ANNOUNCED_LOCAL).inTextsOf(7).inTextsWith(CALLS));

  private NumberRules() {}

  private static MaskingRule rule(PersonalData kind, String pattern) {
    var whole =
        pattern
            .replace("CHINA", CHINA)
            .replace("LOCAL", LOCAL)
            .replace("AREA", AREA)
            .replace("G", GAP);
    return MaskingRule.of(kind, whole);
  }
}
