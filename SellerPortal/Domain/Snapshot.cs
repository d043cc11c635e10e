namespace SellerPortal.Domain;

/// <summary>
/// Holds one immutable object that is read everywhere and replaced whole when a new version is published, such as
/// the pincode directory or the tariff book. Reading costs nothing and never blocks.
/// </summary>
public sealed class Snapshot<T>
    where T : class
{
    private T? _value;

    /// <summary>The version in force.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been published yet.</exception>
    public T Value => Volatile.Read(ref _value)
        ?? throw new InvalidOperationException($"{typeof(T).Name} is read before it was loaded.");

    /// <summary>True once a version has been published.</summary>
    public bool IsLoaded => Volatile.Read(ref _value) is not null;

    /// <summary>Puts a new version in force for all readers at once.</summary>
    public void Publish(T value) => Volatile.Write(ref _value, value);
}
