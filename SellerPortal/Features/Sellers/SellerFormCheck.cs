using System.Net.Mail;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Checks what a seller typed against the rules of each number and the pincode directory, and says all that is wrong.</summary>
public sealed class SellerFormCheck(Snapshot<PincodeDirectory> directory)
{
    /// <summary>The longest legal name.</summary>
    public const int LongestLegalName = 200;

    /// <summary>The longest seller id of GeM.</summary>
    public const int LongestGemSellerId = 50;

    /// <summary>The longest e-mail address.</summary>
    public const int LongestEmail = 254;

    /// <summary>The e-mail address of an account without surrounding spaces; null when it is none.</summary>
    public static string? Email(string? text, List<SellerFault> faults)
    {
        var email = text?.Trim() ?? "";
        if (email.Length == 0) faults.Add(new SellerFault(nameof(RegisterForm.Email), "Empty"));
        else if (email.Length > LongestEmail || !MailAddress.TryCreate(email, out var parsed) || parsed.Address != email) faults.Add(new SellerFault(nameof(RegisterForm.Email), "Malformed"));
        else return email;
        return null;
    }

    /// <summary>A seller's id on GeM as it is kept: without surrounding spaces, in capitals.</summary>
    public static string KeptGemSellerId(string? text) => PostalAddressRules.Tidy(text)?.ToUpperInvariant() ?? "";

    /// <summary>Checks a registration.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="email">The account's e-mail address, already checked.</param>
    /// <param name="faults">Receives what is wrong, in the order of the page.</param>
    /// <returns>The registration, or null when anything is wrong.</returns>
    public SellerRegistration? Registration(SellerForm form, string email, List<SellerFault> faults)
    {
        var before = faults.Count;
        var name = PostalAddressRules.Tidy(form.LegalName) ?? "";
        if (name.Length == 0) faults.Add(new SellerFault(nameof(form.LegalName), "Empty"));
        else if (name.Length is < PostalAddress.Shortest or > LongestLegalName) faults.Add(new SellerFault(nameof(form.LegalName), "Length"));

        var gem = KeptGemSellerId(form.GemSellerId);
        if (gem.Length == 0) faults.Add(new SellerFault(nameof(form.GemSellerId), "Empty"));
        else if (gem.Length > LongestGemSellerId) faults.Add(new SellerFault(nameof(form.GemSellerId), "Length"));

        var gstin = Optional<Gstin, GstinFault>(form.Gstin, Gstin.Parse, nameof(form.Gstin), faults);
        var pan = Optional<Pan, PanFault>(form.Pan, Pan.Parse, nameof(form.Pan), faults);
        var udyam = Optional<Udyam, UdyamFault>(form.Udyam, Udyam.Parse, nameof(form.Udyam), faults);
        if (new[] { form.Gstin, form.Pan, form.Udyam }.All(string.IsNullOrWhiteSpace)) faults.Add(new SellerFault(nameof(form.Gstin), "OrOther"));
        else if (gstin is { } tax && pan is { } account && tax.Pan != account.Value) faults.Add(new SellerFault(nameof(form.Pan), "Differs"));

        var address = Pickup(form, name, faults);
        return faults.Count > before
            ? null
            : new SellerRegistration(name, gstin?.Value, pan?.Value ?? gstin?.Pan, udyam?.Value, gem, email, address!.Mobile, address);
    }

    /// <summary>Checks a pickup address; city and state come from the pincode where they are left empty.</summary>
    /// <returns>The address, or null when anything is wrong.</returns>
    public PostalAddress? Pickup(PickupForm form, string legalName, List<SellerFault> faults)
    {
        var before = faults.Count;
        var pincodeFault = directory.Value.Check(form.Pincode, out var place);
        var contact = PostalAddressRules.Tidy(form.ContactName);
        var typed = new TypedAddress(
            contact ?? legalName,
            contact is not null && legalName.Length <= PostalAddress.LongestName && contact != legalName ? legalName : null,
            form.Line1,
            form.Line2,
            form.Line3,
            PostalAddressRules.Tidy(form.City) ?? CityOf(place),
            PostalAddressRules.Tidy(form.State) ?? place?.State);
        var words = PostalAddressRules.Check(typed, out var tidy);

        // Without a legal name its own fault is enough.
        if (words.HasFlag(AddressFaults.NameLength)) faults.Add(new SellerFault(nameof(form.ContactName), contact is null ? "LegalNameLong" : "Length"));
        var mobileFault = MobileNumber.Parse(form.Mobile, out var mobile);
        if (mobileFault != MobileFault.None) faults.Add(new SellerFault(nameof(form.Mobile), mobileFault.ToString()));
        if (words.HasFlag(AddressFaults.LinesMissing)) faults.Add(new SellerFault(nameof(form.Line1), "Empty"));
        if (words.HasFlag(AddressFaults.LinesTooLong)) faults.Add(new SellerFault(nameof(form.Line1), "Length"));
        if (pincodeFault != PincodeFault.None) faults.Add(new SellerFault(nameof(form.Pincode), pincodeFault.ToString()));
        if (words.HasFlag(AddressFaults.CityMissing) && pincodeFault == PincodeFault.None) faults.Add(new SellerFault(nameof(form.City), "Empty"));
        if (words.HasFlag(AddressFaults.CityLength)) faults.Add(new SellerFault(nameof(form.City), "Length"));
        if (words.HasFlag(AddressFaults.StateLength)) faults.Add(new SellerFault(nameof(form.State), "Length"));
        return faults.Count > before || place is null ? null : tidy.With(place.Pincode, mobile);
    }

    private static string? CityOf(PincodeEntry? place) => place is null ? null : place.District.Length > 0 ? place.District : place.MainOffice;

    private static TNumber? Optional<TNumber, TFault>(string? text, Parser<TNumber, TFault> parse, string field, List<SellerFault> faults)
        where TNumber : struct
        where TFault : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var fault = parse(text, out var number);
        if (Equals(fault, default(TFault))) return number;
        faults.Add(new SellerFault(field, fault.ToString()));
        return null;
    }

    private delegate TFault Parser<TNumber, TFault>(string? text, out TNumber number);
}

/// <summary>One thing wrong with one field.</summary>
/// <param name="Field">The property of the form.</param>
/// <param name="Code">What is wrong with it: the name of the domain's fault, or Empty, Length and the like.</param>
public sealed record SellerFault(string Field, string Code);
