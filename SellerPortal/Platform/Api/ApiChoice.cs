using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Reads a part of a query that is one of several names.</summary>
internal static class ApiChoice
{
    /// <summary>The value; null when it was left out, or when it is a fault.</summary>
    /// <param name="text">As it was sent, exactly as the name is written.</param>
    /// <param name="name">Its name in the query.</param>
    /// <param name="reason">What to say of another name.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static T? Read<T>(string? text, string name, string reason, List<Problems.FieldFault> faults)
        where T : struct, Enum
    {
        if (text is null) return null;
        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<T>(text);
        faults.Add(new Problems.FieldFault($"?{name}", "unknown_value", reason, $"Send {string.Join(", ", Enum.GetNames<T>())}."));
        return null;
    }
}
