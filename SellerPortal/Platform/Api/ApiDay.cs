using System.Globalization;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Reads a part of a query that is a calendar day.</summary>
internal static class ApiDay
{
    /// <summary>The day; null when it was left out, or when it is a fault.</summary>
    /// <param name="text">As it was sent, yyyy-MM-dd.</param>
    /// <param name="name">Its name in the query.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static DateOnly? Read(string? text, string name, List<Problems.FieldFault> faults)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200) return day;
        faults.Add(new Problems.FieldFault($"?{name}", "unknown_value", "This is no day that can be asked for.", "Send a day such as 2026-11-24."));
        return null;
    }
}
