package dev.tidemark.text;

import static dev.tidemark.text.PersonName.COMMON_GIVEN;
import static dev.tidemark.text.PersonName.GIVEN;
import static dev.tidemark.text.PersonName.NO_HAN_BEFORE;
import static dev.tidemark.text.PersonName.NO_HAN_BEHIND;
import static dev.tidemark.text.PersonName.NO_WORD;
import static dev.tidemark.text.PersonName.PATTERN;
import static dev.tidemark.text.PersonName.SURNAME;
import static dev.tidemark.text.PersonalData.CARD;
import static dev.tidemark.text.PersonalData.ID;
import static dev.tidemark.text.PersonalData.NAME;
import static dev.tidemark.text.PersonalData.PHONE;

import java.util.List;

/** Where names stand in common patterns: after a cue, before a title, beside a number. */
final class NameRules {
  /** The longer word first. */
  private static final List<String> ROLES =
      List.of(
          "姓名", "户名", "戶名", "账户名", "署名", "落款", "联系人", "联络人", "聯絡人", "聯繫人", "联络员", "聯絡員", "经办人",
          "经办", "經辦人", "申请人", "申請人", "投诉人", "投訴人", "反映人", "咨询人", "来电人", "来信人", "留言人", "当事人", "當事人",
          "收件人", "负责人", "負責人", "法定代表人", "法人代表", "法人", "代理人", "代办人", "代办", "委托人", "合伙人", "担保人",
          "开户人", "股东", "股東", "监事", "監事", "董事", "经理", "会计", "出纳", "店主", "老板", "业主", "户主", "房东", "中介",
          "车主", "市民", "居民", "家长", "窗口人员", "柜台人员", "工作人员", "老公", "老婆", "丈夫", "妻子", "爱人", "儿子", "女儿",
          "孩子", "父亲", "母亲", "爸爸", "妈妈", "哥哥", "弟弟", "姐姐", "妹妹", "朋友", "同事");

  private static final List<String> TITLES =
      List.of(
          "先生", "女士", "小姐", "同志", "老师", "老師", "师傅", "師傅", "阿姨", "大姐", "大哥", "大爷", "大叔", "经理", "科长",
          "局长", "处长", "所长", "主任", "律师", "会计");

  private static final List<String> SELF = List.of("我叫", "名叫", "我的名字叫", "我的名字是", "本人是", "本人", "我是");

  private static final List<String> FAMILY_NAME = List.of("我姓", "免贵姓", "免貴姓", "本人姓");

  private static final List<String> REACHED =
      List.of("联系", "聯繫", "寄给", "寄給", "交给", "感谢", "感謝", "找", "由", "被", "转", "轉");

  /** An inhabitant of 2 or 3 characters is no person: 武汉人, 洪山区. */
  private static final String NO_PLACE = "(?!GG的|GGG?[人市省县縣区區镇乡村])".replace("G", GIVEN);

  private static final MaskingRule AFTER_A_ROLE =
      after(ROLES, "(?:姓名|是|为|叫)?[:：\\s]{0,3}", PATTERN);

  private static final MaskingRule AFTER_I = after(SELF, "", NO_PLACE + PATTERN);

  private static final MaskingRule SURNAME_OF_MINE = after(FAMILY_NAME, "", SURNAME);

  private static final MaskingRule TO_REACH =
      after(
          REACHED,
          "",
          "%s%s%s{1,2}(?:%s|(?=同志|收[，,。\\s]|担任|变更|變更|冒名|冒用|接))"
              .formatted(NO_WORD, SURNAME, COMMON_GIVEN, NO_HAN_BEHIND));

  private static final MaskingRule BEFORE_A_TITLE =
      MaskingRule.of(
              NAME,
              "(?<![对每本上下基公资现治保])%s%s%s{0,2}(?=%s)"
                  .formatted(NO_WORD, SURNAME, COMMON_GIVEN, anyOf(TITLES)))
          .inTextsWith(TITLES);

  private static final MaskingRule BEFORE_A_NUMBER =
      MaskingRule.of(
              NAME,
              "%s%s(?=[\\s,，、:：(（]{0,2}(?:\\[(?:PHONE|ID)\\]|[男女][,，\\s]|身份[证證]))"
                  .formatted(NO_HAN_BEFORE, PATTERN))
          .inTextsWith(List.of(PHONE.token(), ID.token(), "男", "女", "身份"));

  private static final MaskingRule BEHIND_A_NUMBER =
      MaskingRule.of(
              NAME,
              "(?<=\\[(?:PHONE|ID|CARD)\\][\\s\\-—,，(（]{1,2})%s%s"
                  .formatted(PATTERN, NO_HAN_BEHIND))
          .inTextsWith(List.of(PHONE.token(), ID.token(), CARD.token()));

  private static final MaskingRule AFTER_A_NAME =
      MaskingRule.of(NAME, "(?<kept>\\[NAME\\](?:(?:变更|變更|更换|改)[为成為]|[、,，和与及跟]))" + PATTERN)
          .inTextsWith(List.of(NAME.token()));

  private static final MaskingRule IN_ENGLISH =
      MaskingRule.of(
              NAME, "(?<kept>(?i:my name is|my name's)\\s{1,3})[A-Z][a-z]+(?:\\s[A-Z][a-z]+){0,2}")
          .inTextsWith(List.of("y name"));

  /** In the order to apply them, after all others: a name is told by the token behind it. */
  static final List<MaskingRule> ALL =
      List.of(
          AFTER_A_ROLE,
          AFTER_I,
          SURNAME_OF_MINE,
          TO_REACH,
          BEFORE_A_TITLE,
          BEFORE_A_NUMBER,
          BEHIND_A_NUMBER,
          AFTER_A_NAME,
          IN_ENGLISH);

  private NameRules() {}

  private static MaskingRule after(List<String> cues, String link, String name) {
    return MaskingRule.of(NAME, "(?<kept>%s%s)%s".formatted(anyOf(cues), link, name))
        .inTextsWith(cues);
  }

  private static String anyOf(List<String> words) {
    return "(?:" + String.join("|", words) + ")";
  }
}
