namespace Latent.Training.Tables;

/// <summary>The rows that a detector is trained and evaluated on.</summary>
public enum TableProtocol
{
    /// <summary>Trains on 60 % of all rows, including anomalies, without labels; tests on the others.</summary>
    Unsupervised,

    /// <summary>Trains on half of the normal rows; tests on the other half and all anomalies.</summary>
    Normal,
}
