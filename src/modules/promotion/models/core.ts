export {
  ApplicationMethod,
  Campaign,
  CampaignBudget,
  CampaignBudgetUsage,
  Promotion,
  PromotionRule,
  PromotionRuleValue,
} from "../upstream"
