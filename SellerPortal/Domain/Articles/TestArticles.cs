using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Domain.Articles;

/// <summary>
/// The article numbers of the test mode. They begin with a letter that the Department never allots, so that a number says
/// by itself, on paper too, that no article in the post carries it.
/// </summary>
public static class TestArticles
{
    /// <summary>The first letter of all of them, and of no other.</summary>
    public const string Letter = "Z";

    /// <summary>True for a number of the test mode; the number need not be valid.</summary>
    public static bool Includes(string article) => article.StartsWith(Letter, StringComparison.Ordinal);

    /// <summary>The two letters of a product's test numbers.</summary>
    public static string PrefixOf(ProductCode product) => Letter + (char)('A' + (int)product);
}
