namespace SellerPortal.Domain.Shipments;

/// <summary>A filter of the shipments list, with its columns, that an account keeps under a name.</summary>
public sealed class SavedView
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>The longest query string.</summary>
    public const int LongestQuery = 1_000;

    /// <summary>The most views of one account.</summary>
    public const int MostViews = 20;

    private SavedView()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The account whose view it is; nobody else sees it.</summary>
    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The filter as it stands in the address of the list, without the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Names of the columns, separated by commas.</summary>
    public string Columns { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps a view.</summary>
    public static SavedView Of(Guid userId, string name, string query, string columns, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserId = userId,
        Name = name,
        Query = query,
        Columns = columns,
        SavedAt = now,
    };

    /// <summary>Keeps another filter under the same name.</summary>
    public void Replace(string query, string columns, DateTimeOffset now) => (Query, Columns, SavedAt) = (query, columns, now);
}
