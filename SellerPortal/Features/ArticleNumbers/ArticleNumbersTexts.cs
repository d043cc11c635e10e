namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Names the texts of the article number page.</summary>
public sealed class ArticleNumbersTexts;
