package dev.tidemark.framework;

import dev.tidemark.framework.PromotionRules.Technology;
import java.util.List;
import java.util.Set;

/** The technologies looked for where the file lists none; docs/promotion.md has the same table. */
final class DefaultTechnologies {
  static final List<Technology> ALL =
      List.of(
          new Technology(
              "live-authentication",
              new Title("实名核验", "Live authentication"),
              Set.of("application*in*person", "*identity*", "*本人*", "*身份*", "*人脸*"),
              Set.of("apply"),
              Set.of("online", "mail")),
          new Technology(
              "e-licence",
              new Title("电子证照", "Electronic licence"),
              Set.of("*licen*", "*original*", "*证照*", "*原件*"),
              Set.of(),
              Set.of()),
          new Technology(
              "e-seal",
              new Title("电子印章", "Electronic seal"),
              Set.of("*seal*", "*stamp*", "*印章*", "*盖章*"),
              Set.of(),
              Set.of()),
          new Technology(
              "e-signature",
              new Title("电子签名", "Electronic signature"),
              Set.of("*signature*", "*signing*", "*签名*", "*签字*", "*面签*"),
              Set.of("sign"),
              Set.of()),
          new Technology(
              "data-sharing",
              new Title("数据共享", "Data sharing"),
              Set.of("*data*shar*", "*other*department*", "*数据共享*", "*其他部门*"),
              Set.of(),
              Set.of()),
          new Technology(
              "online-payment",
              new Title("网上缴费", "Online payment"),
              Set.of("*payment*", "*缴费*", "*付款*"),
              Set.of("pay"),
              Set.of()),
          new Technology(
              "mail",
              new Title("邮寄送达", "Delivery by mail"),
              Set.of("*collect*", "*领取*", "*取件*", "*自取*"),
              Set.of("collect"),
              Set.of("mail")));

  private DefaultTechnologies() {}
}
