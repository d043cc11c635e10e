namespace SellerPortal.Domain.BulkBooking;

/// <summary>What a seller said a header means, so that it need not be said again.</summary>
public sealed class RememberedColumn
{
    private RememberedColumn()
    {
    }

    public SellerId SellerId { get; private set; }

    /// <summary>The header as it is compared; see <see cref="SheetHeaders.Normalise"/>.</summary>
    public string Header { get; private set; } = "";

    /// <summary>What the column holds; null when it is not to be read.</summary>
    public SheetColumn? Column { get; private set; }

    public static RememberedColumn Of(SellerId seller, string header, SheetColumn? column) => new() { SellerId = seller, Header = header, Column = column };

    /// <summary>Changes what the header means.</summary>
    public void Mean(SheetColumn? column) => Column = column;
}
