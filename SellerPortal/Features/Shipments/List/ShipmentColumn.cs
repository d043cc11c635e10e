namespace SellerPortal.Features.Shipments.List;

/// <summary>A column of the list that can be shown or hidden; the article number always stands first.</summary>
public enum ShipmentColumn
{
    Consignee,
    Mobile,
    Contract,
    Order,
    Invoice,
    Product,
    Charged,
    Paid,
    Booked,
    Office,
    Status,
}

/// <summary>Sets of columns, and how they are written down.</summary>
public static class ShipmentColumns
{
    /// <summary>What an account sees that has not chosen.</summary>
    public static IReadOnlyList<ShipmentColumn> Usual { get; } =
        [ShipmentColumn.Consignee, ShipmentColumn.Contract, ShipmentColumn.Product, ShipmentColumn.Charged, ShipmentColumn.Paid, ShipmentColumn.Status];

    /// <summary>Reads names separated by commas, in the order of the list; unknown ones are left out, and nothing known means the usual ones.</summary>
    public static IReadOnlyList<ShipmentColumn> Parse(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = Enum.GetValues<ShipmentColumn>().Where(column => names.Contains(column.ToString(), StringComparer.OrdinalIgnoreCase)).ToList();
        return known.Count == 0 ? Usual : known;
    }

    /// <summary>The names, separated by commas.</summary>
    public static string Write(IEnumerable<ShipmentColumn> columns) => string.Join(',', columns.Order());
}
