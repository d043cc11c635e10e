namespace SellerPortal.Components.Widgets;

/// <summary>What is wrong with a form, field by field; the first field with a fault takes the focus.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, string> sentences = new(StringComparer.Ordinal);

    /// <summary>True when something is wrong.</summary>
    public bool Any => sentences.Count > 0;

    /// <summary>The field that takes the focus, or null.</summary>
    public string? First { get; private set; }

    /// <summary>The sentence at a field, or null.</summary>
    public string? this[string field] => sentences.GetValueOrDefault(field);

    /// <summary>Notes a fault; a field shows only its first.</summary>
    public void Add(string field, string sentence)
    {
        First ??= field;
        sentences.TryAdd(field, sentence);
    }
}
