package dev.tidemark.text;

import static dev.tidemark.text.NumberRules.DIGIT;
import static dev.tidemark.text.NumberRules.NO_DIGIT_BEHIND;
import static dev.tidemark.text.PersonalData.EMAIL;
import static dev.tidemark.text.PersonalData.PLATE;
import static dev.tidemark.text.PersonalData.QQ;
import static dev.tidemark.text.PersonalData.WECHAT;

import java.util.List;

/** How addresses, plates and ids of messengers are written. */
final class HandleRules {
  private static final String WORD = "[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]";
  private static final String NO_WORD_BEHIND = "(?!" + WORD + ")";

  private static final List<String> MESSENGERS =
      List.of("信", "薇", "v", "V", "ｖ", "Ｖ", "w", "W", "加微", "+微");

  static final MaskingRule ADDRESS =
      MaskingRule.of(
              EMAIL,
              "W[A-Za-z0-9Ａ-Ｚａ-ｚ０-９._%+\\-]{0,63}[@＠](?:[A-Za-z0-9Ａ-Ｚａ-ｚ０-９\\-]{1,63}[.．]){1,4}[A-Za-zＡ-Ｚａ-ｚ]{2,24}"
                  .replace("W", WORD))
          .inTextsWith(List.of("@", "＠"));

  private static final MaskingRule CAR =
      MaskingRule.of(
              PLATE,
              "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚａ-ｚ][\\s·•.\\-－]?(?=(?:[A-Za-zＡ-Ｚａ-ｚ]{0,2}D){3})W{4,5}(?:W|[挂学警港澳])"
                      .replace("D", DIGIT)
                      .replace("W", WORD)
                  + NO_WORD_BEHIND)
          .inTextsOf(3);

  private static final String WECHAT_ID =
      "(?:[A-Za-z][A-Za-z0-9_\\-]{5,19}|[1-9][0-9]{5,10})(?![A-Za-z0-9_])";
  private static final String LOOKS_LIKE_AN_ID = "(?=[A-Za-z]*[0-9_\\-])";

  private static final String WECHAT_CUE =
      "(?:[微薇威vVｖＶ]信|薇[❤♥]|(?<![A-Za-z])(?i:weixin|wechat|vx|wx)(?![A-Za-z_])|[加+＋](?i:v|ｖ|微)(?![A-Za-z]))";

  private static final MaskingRule ANNOUNCED_WECHAT =
      MaskingRule.of(
              WECHAT,
              "(?<kept>"
                  + WECHAT_CUE
                  + "(?:(?:号码?|號碼?|(?i:id)|联系|联系方式)?[是为叫]?[:：→]\\s?|(?:号码?|號碼?|(?i:id))[是为\\s]{0,2}|[是为叫]\\s?))"
                  + WECHAT_ID)
          .inTextsWith(MESSENGERS);

  private static final MaskingRule ADJACENT_WECHAT =
      MaskingRule.of(
              WECHAT, "(?<kept>" + WECHAT_CUE + "[\\s(（→]{0,2})" + LOOKS_LIKE_AN_ID + WECHAT_ID)
          .inTextsWith(MESSENGERS);

  private static final MaskingRule QQ_NUMBER =
      MaskingRule.of(
              QQ,
              "(?<kept>(?<![A-Za-z])(?:[qQｑＱ]\\s?[qQｑＱ]|扣扣|企鹅)(?:/微信)?(?:群?[号號][码碼]?|群)?[是为]?[:：\\s]{0,3})[1-9１-９]D{4,10}"
                      .replace("D", DIGIT)
                  + NO_DIGIT_BEHIND)
          .inTextsOf(5)
          .inTextsWith(List.of("q", "Q", "ｑ", "Ｑ", "扣扣", "企鹅"));

  /** In the order to apply them, after the numbers. */
  static final List<MaskingRule> ALL = List.of(CAR, QQ_NUMBER, ANNOUNCED_WECHAT, ADJACENT_WECHAT);

  private HandleRules() {}
}
