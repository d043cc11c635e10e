using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>A parcel's facts as they are typed.</summary>
public sealed class ChangeForm
{
    public string Name { get; set; } = "";

    public string Company { get; set; } = "";

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string Line3 { get; set; } = "";

    public string City { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Email { get; set; } = "";

    public string GemContract { get; set; } = "";

    public string Order { get; set; } = "";

    public string Invoice { get; set; } = "";

    public string EwayBill { get; set; } = "";

    public string Contents { get; set; } = "";

    public static ChangeForm Of(EditableFacts facts) => new()
    {
        Name = facts.Consignee.Name,
        Company = facts.Consignee.Company ?? "",
        Line1 = facts.Consignee.Line1,
        Line2 = facts.Consignee.Line2 ?? "",
        Line3 = facts.Consignee.Line3 ?? "",
        City = facts.Consignee.City,
        Mobile = facts.Consignee.Mobile,
        Email = facts.ConsigneeEmail ?? "",
        GemContract = facts.References.GemContract ?? "",
        Order = facts.References.Order ?? "",
        Invoice = facts.References.Invoice ?? "",
        EwayBill = facts.References.EwayBill ?? "",
        Contents = facts.Contents,
    };

    /// <summary>
    /// What is typed, over facts that changed meanwhile: a field that was not touched, or cannot be changed any more, is as it is now.
    /// </summary>
    /// <param name="seen">The facts the form began with.</param>
    /// <param name="now">The facts as they are.</param>
    /// <param name="stage">How far the parcel is.</param>
    public ChangeForm Over(EditableFacts seen, EditableFacts now, EditStage stage)
    {
        var (before, current) = (Of(seen), Of(now));
        return new ChangeForm
        {
            Name = Keep(EditablePart.Address, form => form.Name),
            Company = Keep(EditablePart.Address, form => form.Company),
            Line1 = Keep(EditablePart.Address, form => form.Line1),
            Line2 = Keep(EditablePart.Address, form => form.Line2),
            Line3 = Keep(EditablePart.Address, form => form.Line3),
            City = Keep(EditablePart.Address, form => form.City),
            Mobile = Keep(EditablePart.Contact, form => form.Mobile),
            Email = Keep(EditablePart.Contact, form => form.Email),
            GemContract = Keep(EditablePart.References, form => form.GemContract),
            Order = Keep(EditablePart.References, form => form.Order),
            Invoice = Keep(EditablePart.References, form => form.Invoice),
            EwayBill = Keep(EditablePart.References, form => form.EwayBill),
            Contents = Keep(EditablePart.Contents, form => form.Contents),
        };

        string Keep(EditablePart part, Func<ChangeForm, string> field) =>
            field(this) == field(before) || !ShipmentEdits.May(part, stage) ? field(current) : field(this);
    }

    /// <summary>What is typed, for the rules of booking.</summary>
    public BookShipmentInput ToInput() => new()
    {
        Consignee = new ConsigneeInput { Name = Name, Company = Company, Line1 = Line1, Line2 = Line2, Line3 = Line3, City = City, Mobile = Mobile, Email = Email },
        GemContract = GemContract,
        Order = Order,
        Invoice = Invoice,
        EwayBill = EwayBill,
        Contents = Contents,
    };
}
