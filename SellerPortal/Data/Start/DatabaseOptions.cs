namespace SellerPortal.Data.Start;

/// <summary>The section "Database" of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>Sqlite or Postgres.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Makes the schema from the model on an empty database, without migrations.</summary>
    public bool CreateWithoutMigrations { get; set; }
}
