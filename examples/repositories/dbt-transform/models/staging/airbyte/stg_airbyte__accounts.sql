with source as (

    select * from {{ source('airbyte_salesforce', 'accounts') }}

),

renamed as (

    select
        id,
        industry

    from source

)

select * from renamed
