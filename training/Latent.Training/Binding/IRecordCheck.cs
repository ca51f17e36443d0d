namespace Latent.Training.Binding;

/// <summary>A record of options that checks whether its values fit each other.</summary>
public interface IRecordCheck
{
    /// <summary>
    /// Returns the fault, as the end of a sentence that starts with the record's path (<c>must have ... Received: ...</c>);
    /// null if there is none.
    /// </summary>
    string? FindFault();
}
