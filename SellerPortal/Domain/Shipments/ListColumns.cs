namespace SellerPortal.Domain.Shipments;

/// <summary>The columns that an account last chose for its list of shipments.</summary>
public sealed class ListColumns
{
    /// <summary>The longest list of columns.</summary>
    public const int LongestColumns = 300;

    private ListColumns()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Names of the columns, separated by commas.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>The first choice of an account.</summary>
    public static ListColumns Of(Guid userId, string columns) => new() { UserId = userId, Columns = columns };

    /// <summary>Another choice.</summary>
    public void Choose(string columns) => Columns = columns;
}
