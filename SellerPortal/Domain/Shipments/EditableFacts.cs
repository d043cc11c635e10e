using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Shipments;

/// <summary>What of a booked parcel can be changed.</summary>
public sealed record EditableFacts(PostalAddress Consignee, string? ConsigneeEmail, OrderReferences References, string Contents)
{
    /// <summary>The parts in which other facts differ from these.</summary>
    public IReadOnlyList<EditablePart> Differences(EditableFacts other)
    {
        var parts = new List<EditablePart>();
        if (other.Consignee with { Mobile = Consignee.Mobile } != Consignee) parts.Add(EditablePart.Address);
        if (other.Consignee.Mobile != Consignee.Mobile || other.ConsigneeEmail != ConsigneeEmail) parts.Add(EditablePart.Contact);
        if (other.References != References) parts.Add(EditablePart.References);
        if (other.Contents != Contents) parts.Add(EditablePart.Contents);
        return parts;
    }

    /// <summary>True when the label of a parcel with other facts would say something else; it bears neither e-mail nor e-way bill nor contents.</summary>
    public bool IsPrintedUnlike(EditableFacts other) =>
        other.Consignee != Consignee || other.References with { EwayBill = References.EwayBill } != References;

    /// <summary>These facts with what somebody changed who had seen others. An address is one thing: of two people's lines none is made up.</summary>
    /// <param name="seen">The facts that were seen.</param>
    /// <param name="wished">What they were changed into.</param>
    /// <returns>The facts of both; null when both changed the same thing, each in another way.</returns>
    public EditableFacts? With(EditableFacts seen, EditableFacts wished)
    {
        var clash = false;
        var address = Merge(facts => facts.Consignee with { Mobile = "" });
        var merged = new EditableFacts(
            address with { Mobile = Merge(facts => facts.Consignee.Mobile) },
            Merge(facts => facts.ConsigneeEmail),
            new OrderReferences
            {
                GemContract = Merge(facts => facts.References.GemContract),
                Order = Merge(facts => facts.References.Order),
                Invoice = Merge(facts => facts.References.Invoice),
                EwayBill = Merge(facts => facts.References.EwayBill),
            },
            Merge(facts => facts.Contents));
        return clash ? null : merged;

        T Merge<T>(Func<EditableFacts, T> part)
        {
            var (here, before, after) = (part(this), part(seen), part(wished));
            if (Equals(after, before)) return here;
            clash |= !Equals(here, before) && !Equals(here, after);
            return after;
        }
    }
}
