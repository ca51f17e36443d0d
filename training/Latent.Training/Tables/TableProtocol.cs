namespace Latent.Training.Tables;

/// <summary>What a detector may learn from, and what it is measured on.</summary>
public enum TableProtocol
{
    /// <summary>It learns from 60 % of all rows, anomalies among them, without labels; the others are the test.</summary>
    Unsupervised,

    /// <summary>It learns from half of the normal rows; the other half and all anomalies are the test.</summary>
    Normal,
}
