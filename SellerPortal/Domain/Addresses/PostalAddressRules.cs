namespace SellerPortal.Domain.Addresses;

/// <summary>
/// The limits of India Post's booking interface for an address: name, company, each line and city 3–80 characters, at
/// most three lines and 240 characters in all, a line shorter than 3 left out.
/// </summary>
public static class PostalAddressRules
{
    /// <summary>The longest line.</summary>
    public const int LongestLine = 80;

    /// <summary>The text with single spaces and none at its ends; null when nothing is left.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Checks the typed parts and says all that is wrong.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="tidy">The parts as they are stored; lines move up where one is left out.</param>
    public static AddressFaults Check(TypedAddress typed, out TidyAddress tidy)
    {
        string[] lines = [.. new[] { typed.Line1, typed.Line2, typed.Line3 }.Select(Tidy).OfType<string>().Where(line => line.Length >= PostalAddress.Shortest)];
        tidy = new TidyAddress(
            Tidy(typed.Name) ?? "",
            Tidy(typed.Company),
            lines.ElementAtOrDefault(0) ?? "",
            lines.ElementAtOrDefault(1),
            lines.ElementAtOrDefault(2),
            Tidy(typed.City) ?? "",
            Tidy(typed.State) ?? "");
        var faults = AddressFaults.None;
        if (tidy.Name.Length == 0) faults |= AddressFaults.NameMissing;
        else if (!HasLength(tidy.Name)) faults |= AddressFaults.NameLength;
        if (tidy.Company is { } company && !HasLength(company)) faults |= AddressFaults.CompanyLength;
        if (lines.Length == 0) faults |= AddressFaults.LinesMissing;
        if (lines.Any(line => line.Length > LongestLine) || lines.Sum(line => line.Length) > PostalAddress.LongestLines) faults |= AddressFaults.LinesTooLong;
        if (tidy.City.Length == 0) faults |= AddressFaults.CityMissing;
        else if (!HasLength(tidy.City)) faults |= AddressFaults.CityLength;
        if (tidy.State.Length > 0 && !HasLength(tidy.State)) faults |= AddressFaults.StateLength;
        return faults;
    }

    private static bool HasLength(string text) => text.Length is >= PostalAddress.Shortest and <= PostalAddress.LongestName;
}

/// <summary>The words of an address as someone typed them; pincode and mobile have checks of their own.</summary>
public sealed record TypedAddress(string? Name, string? Company, string? Line1, string? Line2, string? Line3, string? City, string? State);

/// <summary>The words of an address as they are stored.</summary>
public sealed record TidyAddress(string Name, string? Company, string Line1, string? Line2, string? Line3, string City, string State)
{
    /// <summary>The address, once its pincode and its mobile number are known.</summary>
    public PostalAddress With(Pincode pincode, MobileNumber mobile) => new()
    {
        Name = Name,
        Company = Company,
        Line1 = Line1,
        Line2 = Line2,
        Line3 = Line3,
        City = City,
        State = State,
        Pincode = pincode,
        Mobile = mobile.Value,
    };
}

/// <summary>What is wrong with the words of an address.</summary>
[Flags]
public enum AddressFaults
{
    None = 0,

    NameMissing = 1,

    /// <summary>The name is shorter than 3 or longer than 80 characters.</summary>
    NameLength = 2,

    /// <summary>The company is shorter than 3 or longer than 80 characters.</summary>
    CompanyLength = 4,

    /// <summary>No line has 3 characters or more.</summary>
    LinesMissing = 8,

    /// <summary>A line is longer than 80 characters.</summary>
    LinesTooLong = 16,

    CityMissing = 32,

    /// <summary>The city is shorter than 3 or longer than 80 characters.</summary>
    CityLength = 64,

    /// <summary>The state is shorter than 3 or longer than 80 characters.</summary>
    StateLength = 128,
}
